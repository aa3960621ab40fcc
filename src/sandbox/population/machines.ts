import type { Draft } from './draft'

/** Machines. An API user has one name and no e-mail; two of them have the admin role and are no people for all that. */
export const machines: readonly Draft[] = [
  {
    first: 'Marketing Sync',
    kind: 'apiUser',
    clientId: 'marketing-sync',
    created: '2024-07-19',
    createdBy: 'Olga Owner',
  },
  {
    first: 'HR Connector',
    kind: 'apiUser',
    role: 'Admin',
    clientId: 'hr-connector',
    created: '2022-11-02',
    createdBy: 'Ada Lindqvist',
  },
  {
    first: 'Nightly Export',
    kind: 'apiUser',
    role: 'Admin',
    clientId: 'nightly-export',
    created: '2021-09-27',
    createdBy: 'Jonas Weber',
  },
  {
    first: 'Invoice Bridge',
    kind: 'apiUser',
    clientId: 'invoice-bridge',
    created: '2023-03-15',
    createdBy: 'Tamara Lindholm',
  },
  {
    first: 'Website Forms',
    kind: 'apiUser',
    clientId: 'website-forms',
    created: '2023-10-30',
    createdBy: 'Elif Demir',
  },
  { first: 'Time Clock', kind: 'apiUser', clientId: 'time-clock', created: '2024-02-08' },
  {
    first: 'Zapier',
    kind: 'apiUser',
    clientId: 'zapier',
    created: '2024-05-21',
    createdBy: 'Nobody Any More',
  },
  {
    first: 'BI Warehouse',
    kind: 'apiUser',
    role: 'Support',
    clientId: 'bi-warehouse',
    created: '2025-01-16',
    createdBy: 'Ada Lindqvist',
  },
  {
    first: 'Old Importer',
    kind: 'apiUser',
    clientId: 'old-importer',
    created: '2021-06-09',
    createdBy: 'Jonas Weber',
    deactivated: '2024-12-19',
  },
  { first: 'Meeting Notes', kind: 'agent', teams: ['Operations'], created: '2026-06-02' },
  { first: 'Ticket Triage', kind: 'agent', teams: ['Customer support'], created: '2026-07-14' },
]
