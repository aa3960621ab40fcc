import { z } from 'zod'
import { json } from './answer'
import { type Call, isThere, unknownField } from './call'
import { change, editable } from './change'
import { problem } from './errors'
import { projectionOf } from './fields'
import type { WorkfrontUser } from './model'
import { user as userType } from './objects/user'
import { mayEdit, seesUser } from './rights'

const mostAtOnce = 100
const record = z.record(z.string(), z.unknown())
export type Updates = z.infer<typeof record>

/** What is not an update where updates are plain parameters. */
const notUpdates = new Set([
  'fields',
  'method',
  'updates',
  'apiKey',
  'sessionID',
  'atomic',
  'id',
  'ids',
  'action',
])

/**
 * The three ways to say what changes: JSON as the body, JSON as the parameter `updates`, or a parameter for each field.
 * https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-basics
 */
export function updatesOf({ body, parameters }: Pick<Call, 'body' | 'parameters'>): unknown {
  if (body !== undefined) return body
  const plain = [...parameters].filter(([name]) => !notUpdates.has(name))
  const text = parameters.get('updates')
  if (text === null) return Object.fromEntries(plain)
  const [other] = plain
  if (other) {
    throw problem(
      'invalid',
      `Cannot mix 'updates' JSON parameter with non-JSON update parameter '${other[0]}'`,
    )
  }
  try {
    return JSON.parse(text)
  } catch {
    throw problem('invalid', 'The updates are not JSON.')
  }
}

/** "There is no deactivate action": it is an edit of `isActive`. */
export function editOne(call: Call, id: string): Response {
  const toWire = projectionOf(call, userType.type)
  const updates = record.safeParse(updatesOf(call))
  if (!updates.success) throw problem('invalid')
  const changed = call.tenant.put(edited(call, id, updates.data))
  return json({ data: toWire(userType.bind(changed, call.tenant)) })
}

/**
 * At most 100. With `atomic` all or none; without it they go one after another, and the first that is refused ends it:
 * what Workfront does then is not documented.
 */
export function editSeveral(call: Call): Response {
  const toWire = projectionOf(call, userType.type)
  const updates = z
    .union([z.array(record), record.transform(one => [one])])
    .safeParse(updatesOf(call))
  if (!updates.success) throw problem('invalid')
  if (updates.data.length > mostAtOnce) {
    throw problem('invalid', `At most ${mostAtOnce} objects can be updated at once.`)
  }
  const one = (wanted: Updates) => edited(call, idIn(wanted), wanted)
  if (call.parameters.get('atomic') === 'true') {
    for (const changed of updates.data.map(one)) call.tenant.put(changed)
    return json({ data: { success: true } })
  }
  const changed = updates.data.map(wanted => call.tenant.put(one(wanted)))
  return json({ data: changed.map(row => toWire(userType.bind(row, call.tenant))) })
}

export function idIn({ ID }: Updates): string {
  return typeof ID === 'string' ? ID : ''
}

function edited(call: Call, id: string, updates: Updates): WorkfrontUser {
  const user = seesUser(call, id) ? call.tenant.user(id) : undefined
  if (!user) throw problem('notFound', `User with primary key value(s) "${id}" not found`)
  for (const name of Object.keys(updates)) {
    if (!userType.type.fields.has(name) || !isThere(call, userType.type, name))
      throw unknownField(call, userType.type, name)
  }
  if (!mayEdit(call, user)) throw problem('forbidden')
  const wanted = editable.safeParse(updates)
  if (!wanted.success) throw problem('invalid', z.prettifyError(wanted.error))
  return change(call, user, wanted.data)
}
