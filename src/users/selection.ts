/**
 * The basket: user ids, whatever the list shows of them at the moment. Ranges grow from the anchor, the row that was
 * selected or cleared last; growing one and shrinking it again leaves the others as they were.
 */
export type Selection = {
  readonly ids: ReadonlySet<string>
  readonly anchor: Anchor | undefined
}

type Anchor = {
  readonly id: string
  /** Where the range ends now. */
  readonly end: string
  /** What was selected before the range. */
  readonly before: ReadonlySet<string>
  /** A range selects, or clears, as its first row did. */
  readonly selects: boolean
}

export const nobody: Selection = { ids: new Set(), anchor: undefined }

export function toggle({ ids }: Selection, id: string): Selection {
  const anchor: Anchor = { id, end: id, before: ids, selects: !ids.has(id) }
  return { ids: applied(anchor, [id]), anchor }
}

/** The list as the operator sees it, asked only for what a range needs. */
export type Listed = {
  readonly size: number
  /** -1: not in the list. */
  readonly rowOf: (id: string) => number
  readonly idAt: (row: number) => string | undefined
}

/** Takes everybody from the anchor to `to`, both included, in the order they are listed. */
export function extend(selection: Selection, listed: Listed, to: string): Selection {
  const { anchor } = selection
  const isListed = anchor !== undefined && listed.rowOf(anchor.id) >= 0
  return reaching(isListed ? anchor : anchorAt(to, selection), listed, to)
}

/** The same step by step: a range that does not end where the step begins is left as it is, and a new one begins there. */
export function step(selection: Selection, listed: Listed, from: string, to: string): Selection {
  const { anchor } = selection
  const goesOn = anchor?.end === from && listed.rowOf(anchor.id) >= 0
  return reaching(goesOn ? anchor : anchorAt(from, selection), listed, to)
}

const anchorAt = (id: string, { ids }: Selection): Anchor => ({
  id,
  end: id,
  before: ids,
  selects: true,
})

function reaching(anchor: Anchor, listed: Listed, end: string): Selection {
  return { ids: applied(anchor, between(listed, anchor.id, end)), anchor: { ...anchor, end } }
}

export function add({ ids }: Selection, more: Iterable<string>): Selection {
  return { ids: union(ids, more), anchor: undefined }
}

export function remove({ ids }: Selection, fewer: Iterable<string>): Selection {
  const rest = new Set(ids)
  for (const id of fewer) rest.delete(id)
  return { ids: rest, anchor: undefined }
}

/** How many of the list are selected. A few are looked up, many are met on the way through the list. */
export function countListed({ ids }: Selection, listed: Listed): number {
  let count = 0
  if (ids.size * fewer < listed.size) {
    for (const id of ids) if (listed.rowOf(id) >= 0) count += 1
    return count
  }
  for (let row = 0; row < listed.size; row += 1) {
    const id = listed.idAt(row)
    if (id !== undefined && ids.has(id)) count += 1
  }
  return count
}

/** Looking up a row costs about this share of going through all of them. */
const fewer = 200

function between(listed: Listed, one: string, other: string): readonly string[] {
  const [start = 0, end = 0] = [listed.rowOf(one), listed.rowOf(other)].sort((a, b) => a - b)
  if (start < 0) return [other]
  return Array.from({ length: end - start + 1 }, (_, step) => listed.idAt(start + step)).filter(
    id => id !== undefined,
  )
}

function applied({ before, selects }: Anchor, range: readonly string[]): ReadonlySet<string> {
  return selects ? union(before, range) : remove({ ids: before, anchor: undefined }, range).ids
}

function union(ids: ReadonlySet<string>, more: Iterable<string>): ReadonlySet<string> {
  const all = new Set(ids)
  for (const id of more) all.add(id)
  return all
}
