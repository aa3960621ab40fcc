import * as z from 'zod/mini'
import type { Contact, UserRecord } from '../administration'
import { flag, isSameId, type Parsed, parsed, text } from '../parsing'
import type { Operator, User } from '../provider'
import type { Client } from './client'
import { toContacts } from './contacts'
import { enrich } from './enrich'
import { recentOrLast, unlessItFails } from './oneUser'
import { type Profile, toProfile } from './profile'
import { isGone, type Reads } from './reads'
import { configRight, everybodyRight, holds } from './rights'
import { readRoleOf } from './roles'
import { toUser } from './user'
import type { LoginSettings } from './workspace'

export type RecordReading = {
  readonly record: UserRecord
  readonly birthInstant: string | undefined
}

/** @param settings of the workspace, where they can be read */
export async function readRecord(
  client: Client,
  reads: Reads,
  operator: Operator,
  id: string,
  settings: (signal: AbortSignal) => Promise<LoginSettings>,
  signal: AbortSignal,
): Promise<RecordReading | undefined> {
  const bare = await readBare(client, id, signal)
  if (!bare) return undefined
  const may = holds(operator, configRight)
  const [roster, apiUsers, login] = await Promise.all([
    may ? unlessItFails(readRoleOf(client, reads, bare.user.id, signal)) : undefined,
    may ? recentOrLast(reads.apiUsers, signal) : undefined,
    unlessItFails(settings(signal)),
  ])
  if (await reads.isDeletedApiUser(bare.user.id, signal)) return undefined
  const user = enrich(bare.user, { roster, apiUsers })
  return {
    birthInstant: bare.profile.birthInstant,
    record: {
      user,
      profile: bare.profile.values,
      contacts: bare.contacts,
      contactsUnread: bare.contactsUnread,
      roleId: roster?.roleOf.get(user.id)?.id,
      updatedBy: bare.more.updatedBy || undefined,
      remarks: remarksOn(user, bare.more.shouldMigrateToConnect === true, login),
    },
  }
}

const moreWire = z.object({ updatedBy: text, shouldMigrateToConnect: flag })

type Bare = {
  readonly user: User
  readonly profile: Profile
  readonly contacts: readonly Contact[]
  readonly contactsUnread: string | undefined
  readonly more: z.infer<typeof moreWire>
}

async function readBare(
  client: Client,
  id: string,
  signal: AbortSignal,
): Promise<Bare | undefined> {
  // All ids are UUIDs: what is none was never somebody's, and awork need not be asked what it makes of it.
  if (!uuid.test(id)) return undefined
  const path = `/users/${encodeURIComponent(id)}`
  try {
    const call = { path, signal, right: everybodyRight }
    const { value } = await client.read(call, (body, sentAt) => toBare(body, id, sentAt))
    return value
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const endpoint = 'GET /users/{id}'

/** What is odd makes the user unreadable, not missing. */
function toBare(wire: unknown, id: string, sentAt: number): Parsed<Bare | undefined> {
  const reading = toUser(wire, endpoint, sentAt)
  if (reading.type === 'unidentifiable') return { ok: false, field: reading.field }
  if (reading.type === 'deleted') return { ok: true, value: undefined }
  if (!isSameId(reading.user.id, id)) return { ok: false, field: 'id' }
  const profile = toProfile(wire)
  const contacts = toContacts(wire)
  const more = parsed(moreWire, wire, fields => fields)
  const odd = [profile, contacts, more].flatMap(part => (part.ok ? [] : part.field))[0]
  const unreadable = reading.user.unreadable ?? (odd ? { endpoint, field: odd } : undefined)
  return {
    ok: true,
    value: {
      user: { ...reading.user, unreadable },
      profile: profile.ok ? profile.value : { values: {}, birthInstant: undefined },
      contacts: contacts.ok ? contacts.value : [],
      contactsUnread: contacts.ok ? undefined : contacts.field,
      more: more.ok ? more.value : {},
    },
  }
}

function remarksOn(
  { kind }: User,
  shouldMigrate: boolean,
  login: LoginSettings | undefined,
): readonly string[] {
  const of = {
    person: [],
    external: ['External: comes from another workspace, through awork Connect.'],
    apiUser: ['API user: a machine, changed and deleted as an API user.'],
    agent: ['Agent: a machine, not a person.'],
  } as const satisfies Record<User['kind'], readonly string[]>
  return [
    ...of[kind],
    ...(shouldMigrate ? ['Guest: awork asks to move them to awork Connect.'] : []),
    // https://support.awork.com/en/articles/6392728
    ...(login?.scim && kind === 'person'
      ? [
          'SCIM is on: what an identity provider manages, it overwrites. Change it there, if it is managed.',
        ]
      : []),
  ]
}
