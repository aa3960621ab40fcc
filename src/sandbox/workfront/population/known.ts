import type { Load } from '../model'
import type { GroupName, LevelName } from './organisation'

/** What Workfront has otherwise than awork about people with a name to remember. Days are `2026-11-03`. */
export type Known = {
  readonly level?: LevelName
  readonly administers?: readonly GroupName[]
  /** Another address than in awork. */
  readonly email?: string
  readonly username?: string
  readonly active?: true
  readonly deactivated?: string
  readonly pending?: true
  /** So many days from today, the system deactivates them. */
  readonly deactivatesIn?: number
  /** So many days ago; `'never'`. */
  readonly lastLogin?: number | 'never'
  readonly load?: Load
}

const load = (tasks: number, issues: number, projects: number, approvals: number): Load => ({
  tasks,
  issues,
  projects,
  approvals,
})

export const known: Readonly<Record<string, Known>> = {
  'Ada Lindqvist': { level: 'System Administrator', lastLogin: 0, load: load(3, 2, 1, 0) },
  'Henrik Dahl': { level: 'System Administrator', lastLogin: 2, load: load(2, 0, 2, 5) },
  'Olga Owner': { level: 'System Administrator', lastLogin: 12, load: load(9, 4, 3, 2) },
  'Ben Okoro': {
    level: 'People operations',
    administers: ['People', 'Marketing', 'Technology'],
    lastLogin: 1,
    load: load(4, 1, 0, 1),
  },
  'Cleo Marchetti': { level: 'Help desk', lastLogin: 0, load: load(0, 6, 0, 0) },
  'Lamar Whitfield': { level: 'External User', lastLogin: 9, load: load(2, 0, 0, 1) },
  // Gone from awork, and nobody thought of Workfront.
  'Elif Demir': { active: true, lastLogin: 21, load: load(7, 3, 1, 2) },
  // Here under other addresses.
  'Marek Wojciechowski': {
    email: 'marek.wojciechowski@acme.example',
    deactivated: '2026-11-03',
  },
  'Jonas Weber': { deactivated: '2025-02-28' },
  'Ingmar Solberg': { email: 'solberg@acme-studio.example', load: load(14, 2, 4, 6) },
  'Marta Kowalczyk': { username: 'c0ffee42-7f1d-4b7e-9a55-1d2e3f405162' },
  'Dagmar Petersen': { load: load(21, 5, 5, 3) },
  'María Fernández-Castro': { load: load(17, 0, 3, 1) },
  'Tamara Lindholm': { deactivatesIn: 14, lastLogin: 5, load: load(11, 2, 0, 4) },
  'Anne Lindgren': { lastLogin: 140, load: load(1, 0, 0, 0) },
  'Amara Okafor': { lastLogin: 3, load: load(6, 1, 0, 0) },
  'Annemarie Vogt': { pending: true },
  'Marlene Aust': { pending: true },
  'Sumarni Wijaya': { level: 'External User', pending: true },
  'Gerhard Winkler': { lastLogin: 'never' },
  'Sanne de Boer': { lastLogin: 'never' },
  // An address is unique among the active, so one of the two at the front desk is not.
  'Rolf Neumann': { deactivated: '2026-02-27' },
}
