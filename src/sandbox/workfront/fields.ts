import { type Call, isThere, unknownField } from './call'
import { typeOf } from './catalog'
import { dateOnWire } from './dates'
import { problem } from './errors'
import type { ObjectType, Thing, Value } from './thing'

type Asking = Pick<Call, 'tenant' | 'version'>
type Wire = Record<string, unknown>
type ToWire = (thing: Thing) => Wire

/** These always come along. */
const always = ['ID', 'name', 'objCode']
const deepest = 4

/**
 * What `fields` asks for: a list with commas, or JSON as Adobe's OpenAPI document has it; `:` walks references, `*` is
 * every field. Which fields come unasked is not published: here none but those that always come.
 * https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-basics
 */
export function projectionOf(call: Asking & Pick<Call, 'parameters'>, type: ObjectType): ToWire {
  const asked = call.parameters.getAll('fields').flatMap(listOf)
  return compiled(
    call,
    type,
    asked.map(path => path.split(':')),
    1,
  )
}

function listOf(text: string): readonly string[] {
  if (!text.startsWith('[')) return text.split(',').map(trimmed).filter(Boolean)
  try {
    const list: unknown = JSON.parse(text)
    if (Array.isArray(list)) return list.map(String)
  } catch {}
  throw problem('invalid', 'The fields are no list.')
}

const trimmed = (text: string) => text.trim()

function compiled(
  call: Asking,
  type: ObjectType,
  paths: readonly (readonly string[])[],
  depth: number,
): ToWire {
  if (depth > deepest) throw problem('invalid', `Fields may be ${deepest} levels deep.`)
  const names = new Set(always)
  const below = new Map<string, string[][]>()
  for (const [name = '', ...rest] of paths) {
    if (name === '*' && rest.length === 0) {
      for (const field of type.fields.keys()) if (isThere(call, type, field)) names.add(field)
    } else if (type.fields.has(name) && isThere(call, type, name) && rest.length === 0) {
      names.add(name)
    } else if (targetOf(call, type, name) !== undefined) {
      below.set(name, [...(below.get(name) ?? []), ...(rest.length > 0 ? [rest] : [])])
    } else {
      throw unknownField(call, type, name)
    }
  }
  const parts = [...below].map(([name, rest]) => {
    const target = typeOf(targetOf(call, type, name) ?? '')
    return {
      name,
      isList: type.collections.has(name),
      toWire: compiled(call, target, rest, depth + 1),
      /** Many refer to the same few. */
      made: new Map<string, Wire>(),
    }
  })
  const columns = [...names]
  return thing => {
    const wire: Wire = {}
    for (const name of columns) wire[name] = valueOnWire(thing, name)
    for (const { name, isList, toWire, made } of parts) {
      const reference = isList ? undefined : thing.reference(name)
      const known = reference && (made.get(reference.id) ?? toWire(reference))
      if (reference && known) made.set(reference.id, known)
      wire[name] = isList ? thing.collection(name).map(toWire) : (known ?? null)
    }
    return wire
  }
}

function targetOf(call: Asking, type: ObjectType, name: string): string | undefined {
  return isThere(call, type, name)
    ? (type.references.get(name) ?? type.collections.get(name))
    : undefined
}

function valueOnWire(thing: Thing, name: string): Exclude<Value, undefined> | null {
  const value = thing.odd(name) ?? thing.value(name)
  if (value === undefined) return null
  const isDate = typeof value === 'number' && thing.type.fields.get(name) === 'dateTime'
  return isDate ? dateOnWire(value) : value
}
