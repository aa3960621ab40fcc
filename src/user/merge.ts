import type { ProfileValues } from '../providers/administration'

export type Conflict = {
  readonly field: string
  readonly mine: string | undefined
  readonly theirs: string | undefined
}

export type Merge = {
  /** To be sent; where there is a conflict still as it is now. */
  readonly values: ProfileValues
  /** Changed by me and, to something else, by somebody else. */
  readonly conflicts: readonly Conflict[]
  /** Fields that only somebody else has changed. */
  readonly kept: readonly string[]
  /** Fields that would be other than they are now. */
  readonly changes: readonly string[]
}

/**
 * The system takes the whole profile at once, so what I did not touch goes back as it is now, and what somebody else
 * changed since I read it is not overwritten unasked.
 * @param base as I read it @param mine as I want it @param theirs as it is now
 */
export function mergeProfile(
  base: ProfileValues,
  mine: ProfileValues,
  theirs: ProfileValues,
): Merge {
  const values: Record<string, string | undefined> = {}
  const conflicts: Conflict[] = []
  const kept: string[] = []
  const changes: string[] = []
  const fields = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])
  for (const field of fields) {
    const [was, entered, now] = [base, mine, theirs].map(each => filled(each, field))
    // Spaces around what was entered are nobody's wish; around what was not touched they stay.
    const wanted = entered === was ? was : entered?.trim()
    const isMine = wanted !== was
    const isTheirs = now !== was
    if (isMine && isTheirs && wanted !== now) conflicts.push({ field, mine: wanted, theirs: now })
    if (!isMine && isTheirs) kept.push(field)
    const isChange = isMine && !isTheirs
    if (isChange) changes.push(field)
    values[field] = isChange ? wanted : now
  }
  return { values, conflicts, kept, changes }
}

/** Empty, blank and missing are the same. */
export function filled(values: ProfileValues, field: string): string | undefined {
  const value = Object.hasOwn(values, field) ? values[field] : undefined
  return value?.trim() ? value : undefined
}

/** Fields of the two that differ. */
export function differences(one: ProfileValues, other: ProfileValues): readonly string[] {
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return fields.filter(field => filled(one, field) !== filled(other, field))
}
