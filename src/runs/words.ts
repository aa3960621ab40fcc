import type { Status } from '../providers/provider'

export const statusWords = {
  invited: 'Invited',
  active: 'Active',
  deactivated: 'Deactivated',
  archived: 'Archived',
  pendingApproval: 'Pending approval',
  gone: 'No longer there',
} as const satisfies Record<Status | 'gone', string>

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "active and invited" */
export const listInWords = (parts: readonly string[]) => list.format(parts)
