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

const longestName = 80
const turnsDirection =
  /[\p{Bidi_Control}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** A name inside a sentence: cut, on one line, and isolated where it would turn the sentence around. */
export function nameInWords(name: string): string {
  const oneLine = name.replace(/\s+/g, ' ').trim()
  const letters = Array.from(oneLine)
  const cut =
    letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : oneLine
  return turnsDirection.test(cut) ? `\u2068${cut}\u2069` : cut
}
