import type { Administration, ProfileValues } from '../administration'
import type { Operator } from '../provider'
import type { Client } from './client'
import { changesOf, profileFields, toProfile } from './profile'
import type { Reads } from './reads'
import { actRight } from './rules'
import { answerFor, gone } from './signInAnswer'

export async function createAdministration(
  client: Client,
  reads: Reads,
  operator: Operator,
): Promise<Administration> {
  /** As they were known at the last reading: at the first they may not have been to be had. */
  let fields = await reads.fields.now(new AbortController().signal)
  /** As each was read last: what is no different is not sent. */
  const lastRead = new Map<string, ProfileValues>()

  return {
    record: async (id, signal) => {
      const found = await reads.user(id, signal)
      if (!found) return undefined
      const { user, wire } = found
      fields = found.fields
      const profile = toProfile(wire)
      lastRead.set(user.id, profile)
      return {
        user,
        profile,
        contacts: [],
        roleId: wire.accessLevel?.ID ?? undefined,
        updatedBy: wire.lastUpdatedByID ?? undefined,
        remarks:
          user.kind === 'apiUser'
            ? ['Technical account: made in the Adobe Developer Console for a program.']
            : [],
      }
    },
    signIn: async (user, signal) => {
      const found = await reads.user(user.id, signal)
      return found ? answerFor(found.user, found.fields.whyNot) : gone
    },
    profile: {
      get fields() {
        return profileFields(fields)
      },
      save: ({ id }) => ({
        run: async (values, signal) => {
          const body = changesOf(lastRead.get(id) ?? {}, values)
          const path = `/user/${encodeURIComponent(id)}`
          const right =
            id === operator.id ? 'an access level that lets you change yourself' : actRight
          await client.call({ method: 'PUT', path, body, signal, right })
        },
      }),
      suggest: { reason: 'Workfront makes nothing of an e-mail address.' },
    },
    roles: {
      run: async signal =>
        (await reads.levels(signal)).map(level => ({ ...level, permissions: undefined })),
    },
    moveToRole: {
      reason:
        'Access levels are changed in Workfront itself, and System Administrator is given in the Adobe Admin Console only.',
    },
    apiUsers: { reason: 'Workfront’s technical accounts are made in the Adobe Developer Console.' },
  }
}
