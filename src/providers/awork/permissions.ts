import * as z from 'zod/mini'
import { listOf, type Parsed, parsed, text } from '../parsing'
import { rightName } from './rights'

const permissionsWire = z.array(z.object({ feature: text, accessLevels: listOf(z.string()) }))
/** Rights by their names, e.g. `user-master-data:read`. */
export function toRolePermissions(wire: unknown): Parsed<readonly string[]> {
  return parsed(permissionsWire, wire, permissions =>
    permissions.flatMap(({ feature, accessLevels }) =>
      feature ? (accessLevels ?? []).map(level => rightName(feature, level)) : [],
    ),
  )
}

type Words = { readonly read?: string; readonly write?: string; readonly delete?: string }

/**
 * What a right lets somebody do, by the endpoints that ask for it; the gravest first. `workspace-manage-config:read`
 * is enough to make a key for any API user, and `project-manage-config` to archive users: so it is documented.
 * https://developers.awork.com/permissions · https://developers.awork.com/apiv1
 */
const words = {
  'workspace-manage-config': {
    read: 'See roles, API users and client applications, and make API keys',
    write: 'Change who has which role, API users and client applications',
  },
  'user-manage-config': {
    write: 'Activate and deactivate users',
    delete: 'Delete users',
  },
  'user-master-data': {
    read: 'See all users with their profiles and contact details',
    write: 'Change profiles, contact details and tags of all users',
  },
  'user-planning-data': {
    read: 'See everybody’s capacity',
    write: 'Change everybody’s capacity',
  },
  'project-manage-config': {
    read: 'See how projects are set up',
    write: 'Change how projects are set up and what roles may do, and archive users',
  },
  'project-create': { read: 'Create projects', write: 'Create projects' },
  'project-master-data': { read: 'See all projects', write: 'Change all projects' },
  'project-planning-data': {
    read: 'See the tasks of all projects',
    write: 'Change the tasks of all projects',
  },
  'task-manage-config': {
    read: 'See how tasks are set up',
    write: 'Change how tasks are set up',
  },
  'company-master-data': { read: 'See all clients', write: 'Change all clients' },
} as const satisfies Record<string, Words>

/** `manage` covers POST, PUT and DELETE. https://developers.awork.com/permissions */
const meanings: Readonly<Record<string, readonly (keyof Words)[]>> = {
  read: ['read'],
  write: ['read', 'write'],
  config: ['read', 'write'],
  delete: ['delete'],
  manage: ['read', 'write', 'delete'],
}

/** One line each; a right that is not known to us is shown as awork names it. */
export function permissionsInWords(rights: readonly string[]): readonly string[] {
  if (rights.length === 0) return ['Nothing by itself, only what project roles allow']
  const known: Readonly<Record<string, Words>> = words
  const order = Object.keys(words)
  const place = (right: string) => {
    const at = order.indexOf(right.split(':')[0] ?? '')
    return at === -1 ? order.length : at
  }
  const lines = rights
    .toSorted((one, other) => place(one) - place(other))
    .flatMap(right => {
      const [feature = '', level = ''] = right.split(':')
      const said = (meanings[level] ?? []).flatMap(meaning => known[feature]?.[meaning] ?? [])
      return said.length > 0 ? said : [`${feature}: ${level}`]
    })
  return [...new Set(lines)]
}
