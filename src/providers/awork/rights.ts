import type { Ability, Action, Operator } from '../provider'

/**
 * What an operation needs, as awork documents it per endpoint under "Required Permissions"; an admin has everything.
 * https://developers.awork.com/apiv1/users
 */
const needs = {
  activate: 'user-manage-config:write',
  deactivate: 'user-manage-config:write',
  // A right on projects for an action on users may well be a slip of the documentation, and `user-manage-config:write`
  // what is enforced. Nobody has seen which. We follow the documentation: whoever has the documented right is let
  // through and the API has the last word; whoever lacks it reads which right to ask for, and an admin has both.
  archive: 'project-manage-config:write',
  unarchive: 'project-manage-config:write',
  delete: 'user-manage-config:delete',
} as const satisfies Record<Action, string>

/** Without it `GET /users` holds only oneself. https://developers.awork.com/apiv1/users */
export const everybodyRight = 'user-master-data:read'
/** Roles, their members, and API users. https://developers.awork.com/apiv1/roles */
export const configRight = 'workspace-manage-config:read'

/** To change a role, and everything about API users but making their keys. */
export const configWriteRight = 'workspace-manage-config:write'
/** Profiles and contact infos of others; everybody may change their own. https://developers.awork.com/apiv1/users */
export const profileRight = 'user-master-data:write'

export function rightFor(action: Action): string {
  return needs[action]
}

/** `undefined`: the operator may; otherwise why not, for the operator to read. */
export function reasonAgainst(operator: Operator, right: string): string | undefined {
  if (holds(operator, right)) return undefined
  return operator.rightsUnknown ?? needsSentence(right)
}

export function gated<Run>(operator: Operator, right: string, run: Run): Ability<Run> {
  const reason = reasonAgainst(operator, right)
  return reason === undefined ? { run } : { reason }
}

/** "Needs user-manage-config: delete. An admin has it." */
export function needsSentence(right: string): string {
  return `Needs ${right.replace(':', ': ')}. An admin has it.`
}

export function holds(operator: Operator, right: string): boolean {
  if (operator.isAdmin) return true
  const [feature = '', level = ''] = right.split(':')
  return operator.rights.some(held => {
    const [heldFeature = '', heldLevel = ''] = held.split(':')
    return heldFeature === feature && (enough[level] ?? [level]).includes(heldLevel)
  })
}

/**
 * The endpoints speak of read, write and delete, the text of "read" and "manage" (which covers POST, PUT and DELETE),
 * and awork's own forms application takes `manage`, `write` and `config` for the same: the words are not fixed.
 * https://developers.awork.com/permissions
 */
const enough: Readonly<Record<string, readonly string[]>> = {
  read: ['read', 'write', 'manage', 'config'],
  write: ['write', 'manage', 'config'],
  delete: ['delete', 'manage'],
}

/** Features in full, by the short key that the documentation's example of `/me/permissions` shows (`pmd`). */
const shortKeys: Readonly<Record<string, string>> = {
  umd: 'user-master-data',
  umc: 'user-manage-config',
  upd: 'user-planning-data',
  wmc: 'workspace-manage-config',
  pmc: 'project-manage-config',
  pmd: 'project-master-data',
  ppd: 'project-planning-data',
  pc: 'project-create',
  tmc: 'task-manage-config',
  cmd: 'company-master-data',
}

/** A right as it is compared and shown: `feature:level`, the feature in full. */
export function rightName(feature: string, level: string): string {
  const key = feature.trim().toLowerCase()
  return `${shortKeys[key] ?? key}:${level.trim().toLowerCase()}`
}

/**
 * With this feature the list is narrowed to the operator's teams; its exact spelling is not documented.
 * https://developers.awork.com/apiv1/users
 */
export function seesOwnTeamsOnly(operator: Operator): boolean {
  return !operator.isAdmin && operator.rights.some(right => /^user-?teams-?data:/.test(right))
}
