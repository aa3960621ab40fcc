import { json } from './answer'
import { type Call, idsOf } from './call'
import type { Searchable } from './catalog'
import { problem } from './errors'
import { projectionOf } from './fields'
import { filterOf } from './filter'
import { inOrder } from './order'
import { reachOf, seesUser } from './rights'
import type { Thing } from './thing'

const usual = 100
const most = 2000

/** https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-basics */
export function search(call: Call, searchable: Searchable): Response {
  const { parameters } = call
  const limit = whole(parameters.get('$$LIMIT')) ?? usual
  const first = whole(parameters.get('$$FIRST')) ?? 0
  if (limit > most) {
    throw problem(
      'invalid',
      `The requested limit ${limit} is greater than the maximum allowed limit of ${most}`,
    )
  }
  const toWire = projectionOf(call, searchable.type)
  const found = matching(call, searchable).slice(first, first + limit)
  return list(call, found, toWire)
}

/** "{"data":{"count":147}}": there is no total in a search's answer. */
export function count(call: Call, searchable: Searchable): Response {
  return json({ data: { count: matching(call, searchable).length } })
}

export function getOne(call: Call, searchable: Searchable, id: string): Response {
  const toWire = projectionOf(call, searchable.type)
  const thing = oneOf(call, searchable, id === '$$USER' ? call.caller.id : id)
  return json({ data: toWire(thing) })
}

/** Who is not there or may not be seen is left out; what Workfront does is not documented. */
export function getSeveral(call: Call, searchable: Searchable): Response {
  const ids = idsOf(call.parameters, 'id')
  if (ids.length === 1 && ids[0] === '$$USER') return getOne(call, searchable, '$$USER')
  const toWire = projectionOf(call, searchable.type)
  const isSeen = (id: string) => searchable.type.objCode !== 'USER' || seesUser(call, id)
  const things = ids.flatMap(id => (isSeen(id) ? (searchable.one(call.tenant, id) ?? []) : []))
  return list(call, things, toWire)
}

/** Anybody may see themselves; about others the words are those of a missing object. */
function oneOf(call: Call, searchable: Searchable, id: string): Thing {
  const { type } = searchable
  const isSeen = type.objCode !== 'USER' || seesUser(call, id)
  const thing = isSeen ? searchable.one(call.tenant, id) : undefined
  if (thing) return thing
  throw problem('notFound', `${type.name} with primary key value(s) "${id}" not found`)
}

/** "Users the caller can't see are simply absent." */
function visible(call: Call, searchable: Searchable): readonly Thing[] {
  return reachOf(call) === 'nothing' ? [] : candidates(call, searchable)
}

/** All of a kind, unless the filter names whose: the tasks of a hundred thousand people are many. */
function candidates(call: Call, { byUser, ofUser, all }: Searchable): readonly Thing[] {
  const { tenant, parameters } = call
  const isPlain = ![...parameters.keys()].some(key => key.startsWith('OR:'))
  const name = isPlain
    ? byUser.find(
        field => parameters.has(field) && /^(eq|in|$)/.test(parameters.get(`${field}_Mod`) ?? ''),
      )
    : undefined
  if (name === undefined) return all(tenant)
  return idsOf(parameters, name).flatMap(id => {
    const user = tenant.user(id.startsWith('$$USER') ? call.caller.id : id)
    return user ? ofUser(tenant, user) : []
  })
}

function matching(call: Call, searchable: Searchable): readonly Thing[] {
  const ordered = inOrder(call, searchable.type, visible(call, searchable))
  const test = filterOf(call, searchable.type)
  return test ? ordered.filter(test) : ordered
}

function list(call: Call, things: readonly Thing[], toWire: (thing: Thing) => object): Response {
  if (call.parameters.get('map') !== 'true') return json({ data: things.map(toWire) })
  return json({ data: Object.fromEntries(things.map(thing => [thing.id, toWire(thing)])) })
}

function whole(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
