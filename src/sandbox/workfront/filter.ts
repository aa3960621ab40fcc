import { type Call, isThere, unknownField } from './call'
import { typeOf } from './catalog'
import { problem } from './errors'
import { type Comparison, comparisonOf } from './operators'
import type { FieldType, ObjectType, Thing, Value } from './thing'

type Asking = Pick<Call, 'tenant' | 'version' | 'caller' | 'world' | 'parameters'>
export type Test = (thing: Thing) => boolean

/** Eaten before anything is filtered: "to search by username use filters". */
const reserved = new Set([
  'fields',
  'method',
  'apiKey',
  'sessionID',
  'username',
  'password',
  'map',
  'filters',
  'listOptions',
  'id',
  'ids',
  '$$FIRST',
  '$$LIMIT',
])

/**
 * What a search asks for; `undefined`: everything. "Filters are not implied across OR statement levels": what is not in
 * an OR group is an alternative to the groups.
 * https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-basics
 */
export function filterOf(call: Asking, type: ObjectType): Test | undefined {
  const groups = new Map<string, URLSearchParams>()
  for (const [key, value] of pairsOf(call.parameters)) {
    const [, group = '', name = key] = /^OR:(\d+):(.+)$/.exec(key) ?? []
    const those = groups.get(group) ?? new URLSearchParams()
    those.append(name, value)
    groups.set(group, those)
  }
  const alternatives = [...groups.values()].map(group => allOf(call, type, group))
  return alternatives.length === 0 ? undefined : thing => alternatives.some(test => test(thing))
}

function* pairsOf(parameters: URLSearchParams): Generator<readonly [string, string]> {
  for (const [key, value] of parameters)
    if (!reserved.has(key) && !/_Sort$/.test(key)) yield [key, value]
  for (const text of parameters.getAll('filters')) yield* pairsOfJson(text)
}

function* pairsOfJson(text: string): Generator<readonly [string, string]> {
  const filters = objectOf(text)
  for (const [key, value] of Object.entries(filters))
    for (const one of Array.isArray(value) ? value : [value]) yield [key, String(one)]
}

function objectOf(text: string): object {
  try {
    const filters: unknown = JSON.parse(text)
    if (typeof filters === 'object' && filters !== null) return filters
  } catch {}
  throw problem('invalid', 'The filters are not JSON.')
}

function allOf(call: Asking, type: ObjectType, group: URLSearchParams): Test {
  const names = new Set([...group.keys()].map(key => key.replace(/_(?:Mod|Range)$/, '')))
  const tests = [...names].map(name => {
    const path = name.split(':')
    const compare = comparisonOf({
      operator: group.get(`${name}_Mod`) ?? undefined,
      values: group.getAll(name),
      until: group.get(`${name}_Range`) ?? undefined,
      type: fieldTypeOf(call, type, path),
      isId: name.endsWith('ID'),
      wildcards: { now: call.world.now(), caller: call.caller },
    })
    return testOf(path, compare)
  })
  return thing => tests.every(test => test(thing))
}

/** Of the last step; a reference at the end stands for its ID. */
function fieldTypeOf(call: Asking, type: ObjectType, path: readonly string[]): FieldType {
  const [name = '', ...rest] = path
  const target = type.references.get(name) ?? type.collections.get(name)
  if (!isThere(call, type, name)) throw unknownField(call, type, name)
  if (target !== undefined)
    return rest.length === 0 ? 'string' : fieldTypeOf(call, typeOf(target), rest)
  const found = type.fields.get(name)
  if (!found || rest.length > 0) throw unknownField(call, type, name)
  return found
}

function testOf([name = '', ...rest]: readonly string[], compare: Comparison): Test {
  if (rest.length === 0) {
    return thing => compare(thing.type.fields.has(name) ? thing.value(name) : idAt(thing, name))
  }
  const next = testOf(rest, compare)
  return thing => {
    if (thing.type.collections.has(name)) return thing.collection(name).some(next)
    const reference = thing.reference(name)
    return reference ? next(reference) : compare(undefined)
  }
}

function idAt(thing: Thing, name: string): Value {
  return thing.reference(name)?.id ?? thing.collection(name)[0]?.id
}
