import { type Call, isThere, unknownField } from './call'
import type { ObjectType, Thing, Value } from './thing'

type Asking = Pick<Call, 'tenant' | 'version' | 'parameters'>

/** By list: a change makes a new one. Sorting a hundred thousand anew for each of their pages takes minutes. */
const orders = new WeakMap<readonly Thing[], Map<string, readonly Thing[]>>()

/** `name_Sort=asc`, or `lastName_1_Sort=asc&firstName_2_Sort=cidesc`. */
export function inOrder(
  call: Asking,
  type: ObjectType,
  things: readonly Thing[],
): readonly Thing[] {
  const keys = keysOf(call, type)
  if (keys.length === 0) return things
  const spec = JSON.stringify(keys)
  const known = orders.get(things) ?? new Map<string, readonly Thing[]>()
  orders.set(things, known)
  const there = known.get(spec)
  if (there) return there
  const sorted = [...keys].reverse().reduce<readonly Thing[]>(sortedBy, things)
  known.set(spec, sorted)
  return sorted
}

type Key = { readonly path: readonly string[]; readonly direction: string; readonly rank: number }

function keysOf(call: Asking, type: ObjectType): readonly Key[] {
  return [...call.parameters]
    .flatMap(([key, direction]) => {
      const [, name, rank = '0'] = /^(.+?)(?:_(\d+))?_Sort$/.exec(key) ?? []
      if (name === undefined) return []
      const path = name.split(':')
      const [first = ''] = path
      const isKnown = path.length > 1 ? type.references.has(first) : type.fields.has(first)
      if (!isKnown || !isThere(call, type, first)) throw unknownField(call, type, first)
      return { path, direction: direction.toLowerCase(), rank: Number(rank) }
    })
    .sort((one, other) => one.rank - other.rank)
}

/** What is empty comes last. */
function sortedBy(things: readonly Thing[], { path, direction }: Key): readonly Thing[] {
  const ci = direction.startsWith('ci')
  const sign = direction.endsWith('desc') ? -1 : 1
  return things
    .map(thing => ({ thing, key: keyOf(valueAt(thing, path), ci) }))
    .sort(({ key: one }, { key: other }) => {
      if (one === other) return 0
      if (one === undefined) return 1
      if (other === undefined) return -1
      return one < other ? -sign : sign
    })
    .map(({ thing }) => thing)
}

function keyOf(value: Value, ci: boolean): string | number | undefined {
  if (typeof value === 'boolean') return Number(value)
  return ci && typeof value === 'string' ? value.toLowerCase() : value
}

function valueAt(thing: Thing, [name = '', ...rest]: readonly string[]): Value {
  if (rest.length === 0) return thing.value(name)
  const reference = thing.reference(name)
  return reference && valueAt(reference, rest)
}
