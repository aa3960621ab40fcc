/** Comparisons between two chances to pause: well below a millisecond. */
const breath = 2000

type Compare = (a: number, b: number) => number

/** Sorts numbers by a comparison that never says 0 for two different ones. Yields where it may pause. */
export function* sorting(
  numbers: Uint32Array,
  compare: Compare,
): Generator<undefined, Uint32Array> {
  let runs: Uint32Array[] = []
  for (let start = 0; start < numbers.length; start += breath) {
    runs.push(numbers.slice(start, start + breath).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: Uint32Array[] = []
    for (let pair = 0; pair < runs.length; pair += 2) {
      const [first = new Uint32Array(0), second] = runs.slice(pair, pair + 2)
      merged.push(second ? yield* merging(first, second, compare) : first)
    }
    runs = merged
  }
  return runs[0] ?? new Uint32Array(0)
}

/** Two sorted ones into one. A few into many are put in their places, without a look at every one of the many. */
export function* merging(
  many: Uint32Array,
  few: Uint32Array,
  compare: Compare,
): Generator<undefined, Uint32Array> {
  const all = new Uint32Array(many.length + few.length)
  const isFew = few.length * 16 < many.length
  let from = 0
  let to = 0
  for (const one of few) {
    const until = isFew ? placeOf(one, many, from, compare) : placeNear(one, many, from, compare)
    all.set(many.subarray(from, until), to)
    to += until - from
    from = until
    all[to] = one
    to += 1
    if (to % breath === 0) yield
  }
  all.set(many.subarray(from), to)
  return all
}

/** The first place at or after `from` whose number comes after `one`. */
function placeOf(one: number, sorted: Uint32Array, from: number, compare: Compare): number {
  let low = from
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(sorted[middle] ?? 0, one) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The same, where it is expected to be near. */
function placeNear(one: number, sorted: Uint32Array, from: number, compare: Compare): number {
  let at = from
  while (at < sorted.length && compare(sorted[at] ?? 0, one) < 0) at += 1
  return at
}
