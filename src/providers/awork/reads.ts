import { failureOf } from '../../http/failure'
import { remember } from '../../http/memory'
import { isSameId, type Parsed } from '../parsing'
import type { Client } from './client'
import { configRight, everybodyRight } from './rights'
import { toUser, type UserReading } from './user'
import {
  type ApiUser,
  type Project,
  type Role,
  type RoleMember,
  toApiUser,
  toApiUsers,
  toProjects,
  toRoleMembers,
  toRoles,
  toTasks,
} from './wire'

/** The most awork gives at once. https://developers.awork.com/pagination */
export const pageSize = 1000

/** How long what rarely changes is used again: a run over 200 users must not read every role 400 times. */
const shortWhile = 60_000

export type UserPage = {
  readonly readings: readonly UserReading[]
  readonly total: number | undefined
}

/** Who is in which role: there is no role in awork's user. */
export type Roster = {
  readonly roles: readonly Role[]
  readonly roleOf: ReadonlyMap<string, Role>
}

/** A list read page by page; not whole where there is more than we are willing to read. */
export type Rows<T> = { readonly rows: readonly T[]; readonly isWhole: boolean }

export type Reads = ReturnType<typeof createReads>

/** Everything we read of awork, each read tried again while its failure may pass. */
export function createReads(client: Client) {
  const userPage = async (page: number, signal: AbortSignal): Promise<UserPage> => {
    const ask = (order: { readonly orderby?: string }) =>
      client.read(
        {
          path: '/users',
          query: { showArchived: 'true', page: `${page}`, pageSize: `${pageSize}`, ...order },
          signal,
        },
        (body, sentAt) => listed(body, wire => toUser(wire, 'GET /users', sentAt)),
      )
    // By name, so that the first page is the top of the table, and by id, so that people of one name do not move
    // between pages. The words are those of https://developers.awork.com/ordering; should awork not order by one of
    // them for this list, its own order has to do.
    const { value, total } = await ask({ orderby: 'FirstName,LastName,Id' }).catch(error => {
      if (failureOf(error).code !== 'invalid-filter-or-order') throw error
      return ask({})
    })
    return { readings: value, total }
  }

  const user = async (id: string, signal: AbortSignal) => {
    try {
      const { value } = await client.read(
        { path: `/users/${encodeURIComponent(id)}`, signal, right: everybodyRight },
        (body, sentAt) => {
          const reading = toUser(body, 'GET /users/{id}', sentAt)
          if (reading.type === 'unidentifiable') return { ok: false, field: reading.field }
          if (reading.type === 'deleted') return { ok: true, value: undefined }
          return isSameId(reading.user.id, id)
            ? { ok: true, value: reading.user }
            : { ok: false, field: 'id' }
        },
      )
      return value
    } catch (error) {
      if (isGone(error)) return undefined
      throw error
    }
  }

  const roles = async (signal: AbortSignal) => {
    const call = { path: '/roles', query: { showArchived: 'true' }, signal, right: configRight }
    return (await client.read(call, toRoles)).value
  }

  const roleMembers = async (role: Role, signal: AbortSignal): Promise<readonly RoleMember[]> => {
    const path = `/roles/${encodeURIComponent(role.id)}/users`
    const query = { showArchived: 'true' }
    const call = { path, query, signal, right: configRight }
    return (await pages(client, call, toRoleMembers, Number.POSITIVE_INFINITY)).rows
  }

  const roster = remember(async (signal): Promise<Roster> => {
    const all = await roles(signal)
    const members = await Promise.all(all.map(role => roleMembers(role, signal)))
    const roleOf = new Map<string, Role>()
    all.forEach((role, at) => {
      for (const { userId } of members[at] ?? []) roleOf.set(userId, role)
    })
    return { roles: all, roleOf }
  }, shortWhile)

  /** Every id that was an API user's since the page was loaded. */
  const machines = new Set<string>()

  const apiUsers = remember(async (signal): Promise<ReadonlyMap<string, ApiUser>> => {
    const { value } = await client.read(
      { path: '/apiusers', signal, right: configRight },
      toApiUsers,
    )
    for (const { id } of value) machines.add(id)
    return new Map(value.map(user => [user.id, user]))
  }, shortWhile)

  /** What client applications are called, by id, as far as they have been read. */
  const clientNames = new Map<string, string>()

  const wasApiUser = (id: string): boolean => machines.has(id)

  /**
   * An API user is deleted as such, and whether `/users` drops it with that is not documented: it is gone once
   * `/apiusers` says so. One request, and only for who is known to be one.
   */
  const isDeletedApiUser = async (id: string, signal: AbortSignal): Promise<boolean> => {
    if (!wasApiUser(id)) return false
    const path = `/apiusers/${encodeURIComponent(id)}`
    try {
      await client.read({ path, signal, right: configRight }, toApiUser)
      return false
    } catch (error) {
      if (isGone(error)) return true
      throw error
    }
  }

  /** After a write to roles or API users, whatever came of it. */
  const forget = () => {
    roster.forget()
    apiUsers.forget()
  }

  /** All that the operator may see, unfiltered: to filter by member is nowhere documented to work. */
  const projects = remember(
    (signal): Promise<Rows<Project>> => pages(client, { path: '/projects', signal }, toProjects),
    shortWhile,
  )

  const openTasks = async (userId: string, signal: AbortSignal) => {
    const path = `/users/${encodeURIComponent(userId)}/assignedtasks`
    const ask = (filter: Readonly<Record<string, string>>) =>
      pages(client, { path, query: filter, signal }, toTasks)
    // Years of done tasks need not be sent. What comes is looked at all the same, so without the filter it is only
    // slower. https://developers.awork.com/filtering
    const { rows, isWhole } = await ask({ filterby: "taskStatus/type ne 'done'" }).catch(error => {
      if (failureOf(error).kind !== 'refused') throw error
      return ask({})
    })
    return { rows: rows.filter(task => task.isOpen), isWhole }
  }

  return {
    userPage,
    user,
    roles,
    roleMembers,
    roster,
    apiUsers,
    wasApiUser,
    clientNames,
    isDeletedApiUser,
    forget,
    projects,
    openTasks,
  }
}

/** awork's own 404 has a code; somebody else's on the way says nothing about what was asked for. */
export function isGone(error: unknown): boolean {
  const { kind, code } = failureOf(error)
  return kind === 'notFound' && code !== undefined
}

/** No more than this: 10,000 tasks of one person or projects of one workspace say enough. */
const mostPages = 10

export async function pages<T>(
  client: Client,
  call: Parameters<Client['read']>[0],
  parse: (body: unknown) => Parsed<readonly T[]>,
  most = mostPages,
): Promise<Rows<T>> {
  const rows: T[] = []
  for (let page = 1; page <= most; page += 1) {
    const query = { ...call.query, page: `${page}`, pageSize: `${pageSize}` }
    const { value } = await client.read({ ...call, query }, parse)
    rows.push(...value)
    if (value.length < pageSize) return { rows, isWhole: true }
  }
  return { rows, isWhole: false }
}

function listed<T>(body: unknown, map: (wire: unknown) => T): Parsed<readonly T[]> {
  return Array.isArray(body) ? { ok: true, value: body.map(map) } : { ok: false, field: 'body' }
}
