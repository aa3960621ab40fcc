import type { Action } from '../providers/provider'
import { nameInWords } from '../ui/nameInWords'
import { formatCount, formatNumber } from '../ui/number'

export type ActionWords = {
  /** On what opens the dialog: "Deactivate…" */
  readonly label: string
  /** On the button that does it: "Deactivate" */
  readonly verb: string
  /** "deactivating is possible from …" */
  readonly doing: string
  /** "27 of 31 users deactivated" */
  readonly past: string
  /** The key that opens the dialog for the selection; `undefined`: none, on purpose. */
  readonly key: string | undefined
  /** Takes something away: the verb is red. */
  readonly danger: boolean
  /** Why there is nothing to do for who is there already. */
  readonly already: string
}

/** What row menu, selection bar, shortcuts, palette, dialog and receipts say of an action. */
export const actionWords = {
  activate: {
    label: 'Activate…',
    verb: 'Activate',
    doing: 'activating',
    past: 'activated',
    key: 'a',
    danger: false,
    already: 'Already active',
  },
  deactivate: {
    label: 'Deactivate…',
    verb: 'Deactivate',
    doing: 'deactivating',
    past: 'deactivated',
    key: 'd',
    danger: true,
    already: 'Already deactivated',
  },
  archive: {
    label: 'Archive…',
    verb: 'Archive',
    doing: 'archiving',
    past: 'archived',
    key: 'e',
    danger: true,
    already: 'Already archived',
  },
  unarchive: {
    label: 'Unarchive…',
    verb: 'Unarchive',
    doing: 'unarchiving',
    past: 'unarchived',
    key: undefined,
    danger: false,
    already: 'Not archived',
  },
  delete: {
    label: 'Delete…',
    verb: 'Delete',
    doing: 'deleting',
    past: 'deleted',
    key: undefined,
    danger: true,
    already: 'No longer there',
  },
} as const satisfies Record<Action, ActionWords>

/** "Deactivate Olga Owner?" or "Deactivate 31 users?" */
export function dialogTitle(action: Action, users: readonly { readonly name: string }[]): string {
  const only = users.length === 1 ? users[0] : undefined
  return `${actionWords[action].verb} ${only ? nameInWords(only.name) : formatCount(users.length, 'user')}?`
}

/** "Deactivate" or "Deactivate 31 users" */
export function verbFor(action: Action, count: number): string {
  const { verb } = actionWords[action]
  return count === 1 ? verb : `${verb} ${formatNumber(count)} users`
}
