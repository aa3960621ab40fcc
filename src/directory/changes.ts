import type { User } from '../providers/provider'

/** What a refresh found to be other than the list before it. */
export type Changes = {
  /** When the list before had been read, in milliseconds since the epoch. */
  readonly since: number
  /** Ids. Empty where the list before was not complete: they may only have been missing in it. */
  readonly added: readonly string[]
  /** How many are there now who were not in the list before because it was not complete. */
  readonly found: number
  /** As they were last seen. */
  readonly removed: readonly User[]
  /** By user id. */
  readonly changed: ReadonlyMap<string, readonly Change[]>
}

/** One column of one user, as it was and as it is shown now. */
export type Change = {
  readonly column: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}
