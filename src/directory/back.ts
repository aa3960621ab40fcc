import type { Flag, User } from '../providers/provider'

/** By user id: since when they are cut off by what this browser remembers, in milliseconds since the epoch. */
export type CutOff = ReadonlyMap<string, number>

/** The flag that rests on more than the user: by receipts cut off, and able to sign in again. */
export const backFlag = {
  id: 'back',
  label: 'deactivated by a receipt, active again',
} as const satisfies Omit<Flag, 'test'>

/** By an answer read later than the one that saw them cut off: who was not read since, nothing is known of. */
export const isBack = (
  { status, readAt }: Pick<User, 'status' | 'readAt'>,
  since: number | undefined,
): boolean => since !== undefined && readAt > since && (status === 'active' || status === 'invited')
