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
  /** What was selected before the range. */
  readonly before: ReadonlySet<string>
  /** A range selects, or clears, as its first row did. */
  readonly selects: boolean
}

export const nobody: Selection = { ids: new Set(), anchor: undefined }

export function toggle({ ids }: Selection, id: string): Selection {
  const anchor: Anchor = { id, before: ids, selects: !ids.has(id) }
  return { ids: applied(anchor, [id]), anchor }
}

/**
 * Takes everybody from the anchor to `to`, both included, in the order they are listed.
 * @param from where a range begins that has no anchor in the list, e.g. the focused row
 */
export function extend(
  selection: Selection,
  listed: readonly string[],
  to: string,
  from: string = to,
): Selection {
  const anchored = selection.anchor !== undefined && listed.includes(selection.anchor.id)
  const anchor =
    anchored && selection.anchor
      ? selection.anchor
      : { id: from, before: selection.ids, selects: true }
  return { ids: applied(anchor, between(listed, anchor.id, to)), anchor }
}

export function add({ ids }: Selection, more: Iterable<string>): Selection {
  return { ids: union(ids, more), anchor: undefined }
}

export function remove({ ids }: Selection, fewer: Iterable<string>): Selection {
  const rest = new Set(ids)
  for (const id of fewer) rest.delete(id)
  return { ids: rest, anchor: undefined }
}

/** How much of the list is selected: what the checkbox in the header shows. */
export function share({ ids }: Selection, listed: readonly string[]): 'none' | 'some' | 'all' {
  if (ids.size === 0 || listed.length === 0) return 'none'
  let found = 0
  for (const [index, id] of listed.entries()) {
    if (ids.has(id)) found += 1
    if (found > 0 && found <= index) return 'some'
  }
  return found === 0 ? 'none' : 'all'
}

function between(listed: readonly string[], one: string, other: string): readonly string[] {
  const [start, end] = [listed.indexOf(one), listed.indexOf(other)].sort((a, b) => a - b)
  return start === undefined || end === undefined || start < 0
    ? [other]
    : listed.slice(start, end + 1)
}

function applied({ before, selects }: Anchor, range: readonly string[]): ReadonlySet<string> {
  return selects ? union(before, range) : remove({ ids: before, anchor: undefined }, range).ids
}

function union(ids: ReadonlySet<string>, more: Iterable<string>): ReadonlySet<string> {
  const all = new Set(ids)
  for (const id of more) all.add(id)
  return all
}
