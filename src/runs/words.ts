import type { Status } from '../providers/provider'

export const statusWords = {
  invited: 'Invited',
  active: 'Active',
  deactivated: 'Deactivated',
  archived: 'Archived',
  pendingApproval: 'Pending approval',
  gone: 'No longer there',
} as const satisfies Record<Status | 'gone', string>

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const clockWithSeconds = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const grouped = new Intl.NumberFormat('en-GB')
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "3 Nov 2026" of an ISO time; `undefined` where it is none. */
export function dayInWords(time: string): string | undefined {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? undefined : day.format(date)
}

/** "14:03" of an ISO time or of milliseconds since the epoch. */
export const timeInWords = (time: string | number) => clock.format(new Date(time))

/** "14:03:07", where seconds tell things apart. */
export const exactTimeInWords = (time: string | number) => clockWithSeconds.format(new Date(time))

export const numberInWords = (value: number) => grouped.format(value)

export const usersInWords = (count: number) =>
  count === 1 ? '1 user' : `${grouped.format(count)} users`

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
