import * as z from 'zod/mini'
import { failureOf } from '../../http/failure'
import { isSameId, type Parsed, parsed } from '../parsing'
import type { User } from '../provider'
import type { Client } from './client'
import { core, fieldsOfUser } from './fields'
import { toUser, type UserReading } from './user'
import { toCount, toLevels } from './wire'

/** The most Workfront gives at once. https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-basics */
export const pageSize = 2000
/** The very first rows come before it is known which fields there are, so few of them are enough. */
export const firstFew = 100

export const seeRight = 'Users: View'

export type Reads = ReturnType<typeof createReads>

/** Everything we read of Workfront's users, each read tried again while its failure may pass. */
export function createReads(client: Client) {
  const fields = fieldsOfUser(client)

  const search = (query: Readonly<Record<string, string>>, signal: AbortSignal) =>
    client.read({ path: '/user/search', query, signal, right: seeRight }, (body, sentAt) =>
      parsed(listWire, body, ({ data }) =>
        data.map(wire => toUser(wire, 'GET /user/search', sentAt)),
      ),
    )

  const few = (signal: AbortSignal): Promise<readonly UserReading[]> =>
    search({ fields: core.join(','), ...window(0, firstFew) }, signal)

  /** @param page from 1 on */
  const page = (page: number, signal: AbortSignal) =>
    fields.asking(signal, names =>
      search({ fields: names, ...window((page - 1) * pageSize, pageSize) }, signal),
    )

  const count = (
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
    right: string,
  ) => client.read({ path: `${path}/count`, query, signal, right }, toCount)

  /** `undefined`: no longer there, or not for this operator to see. */
  const user = async (id: string, signal: AbortSignal) => {
    // All ids are 32 hexadecimal digits: what is none was never somebody's, and may be a word that Workfront obeys.
    if (!/^[0-9a-f]{32}$/i.test(id)) return undefined
    const endpoint = 'GET /user/{id}'
    try {
      const { value, fields: asked } = await fields.asking(signal, names => {
        const call = { path: `/user/${id}`, query: { fields: names }, signal, right: seeRight }
        return client.read(call, (body, sentAt) =>
          one(body, id, wire => toUser(wire, endpoint, sentAt)),
        )
      })
      return value && { ...value, fields: asked }
    } catch (error) {
      if (isGone(error)) return undefined
      throw error
    }
  }

  let tellsAdmins = true
  /** The active administrators who are people, read now; `undefined`: this tenant does not tell. */
  const admins = async (
    signal: AbortSignal,
  ): Promise<readonly Pick<User, 'id' | 'name'>[] | undefined> => {
    if (!tellsAdmins) return undefined
    const isAdmin = 'accessLevel:isAdmin'
    try {
      const { value } = await fields.asking(signal, names => {
        // Whether it is there is asked of Workfront itself, whatever could be read of its description.
        const asked = names.includes(isAdmin) ? names : `${names},${isAdmin}`
        return search(
          { fields: asked, isActive: 'true', [isAdmin]: 'true', ...window(0, pageSize) },
          signal,
        )
      })
      return value.flatMap(reading =>
        reading.type === 'user' && isAdminNow(reading.user)
          ? [{ id: reading.user.id, name: reading.user.name }]
          : [],
      )
    } catch (error) {
      const { kind, description = '' } = failureOf(error)
      if (kind !== 'refused' || !/\bisAdmin\b/.test(description)) throw error
      tellsAdmins = false
      return undefined
    }
  }

  const levels = async (signal: AbortSignal) => {
    const ask = (names: string) =>
      client.read(
        {
          path: '/acslvl/search',
          query: { fields: names, ...window(0, pageSize) },
          signal,
          right: 'Access levels: View',
        },
        toLevels,
      )
    return ask('name,isAdmin').catch(error => {
      if (failureOf(error).kind !== 'refused') throw error
      return ask('name')
    })
  }

  return { fields, few, page, count, user, admins, levels }
}

const listWire = z.object({ data: z.array(z.unknown()) })
const oneWire = z.object({ data: z.unknown() })

/** Documented as an object, and once printed as a list of one. */
function one(
  body: unknown,
  id: string,
  read: (wire: unknown) => UserReading,
): Parsed<Found | undefined> {
  const answer = z.safeParse(oneWire, body)
  if (!answer.success || answer.data.data === undefined) return { ok: false, field: 'data' }
  const { data } = answer.data
  if (Array.isArray(data) && data.length === 0) return { ok: true, value: undefined }
  const reading = read(Array.isArray(data) ? data[0] : data)
  if (reading.type !== 'user') return { ok: false, field: `data.${reading.field}` }
  return isSameId(reading.user.id, id)
    ? { ok: true, value: reading }
    : { ok: false, field: 'data.ID' }
}

export type Found = Extract<UserReading, { readonly type: 'user' }>

/** Without the order rows come twice or not at all. */
function window(first: number, most: number) {
  return { ID_Sort: 'asc', $$FIRST: `${first}`, $$LIMIT: `${most}` }
}

function isAdminNow({ isAdmin, status, kind, unreadable }: User): boolean {
  return isAdmin === true && status === 'active' && kind === 'person' && !unreadable
}

/** Somebody else's "not found" on the way, without a code, says nothing about what was asked for. */
function isGone(error: unknown): boolean {
  const { kind, code } = failureOf(error)
  return kind === 'notFound' && code !== undefined
}
