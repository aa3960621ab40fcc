import type { Administration } from '../administration'
import type { Operator, User } from '../provider'
import { apiUserAdministration } from './apiUsers'
import type { Client } from './client'
import { contactEditing, contactKinds } from './contacts'
import { withFieldIds } from './fieldErrors'
import { profileFieldIds, profileFields, toSuggestion, toUserForm } from './profile'
import type { Reads } from './reads'
import { readRecord } from './record'
import { configRight, configWriteRight, gated, profileRight, reasonAgainst } from './rights'
import { moveToRole, readRoles } from './roles'
import { readSignIn } from './signIn'
import { loginSettings } from './workspace'

export function createAdministration(
  client: Client,
  reads: Reads,
  operator: Operator,
): Administration {
  const settings = loginSettings(client, operator)
  /** What of the record last read has to go back as it was, and what was read. */
  const lastRead = new Map<
    string,
    Pick<User, 'unreadable' | 'kind'> & { birthInstant: string | undefined }
  >()
  /** Everybody may change what is their own. https://developers.awork.com/apiv1/users */
  const reasonAgainstChanging = ({ id }: Pick<User, 'id'>) => {
    // Of these a name and a role are all that is documented. https://developers.awork.com/apiv1/api-users
    if (lastRead.get(id)?.kind === 'apiUser') {
      return 'An API user: it has a name and a role, changed on the page of API users.'
    }
    return id === operator.id ? undefined : reasonAgainst(operator, profileRight)
  }

  return {
    record: async (id, signal) => {
      const reading = await readRecord(client, reads, operator, id, settings.recent, signal)
      if (!reading) return undefined
      const { record, birthInstant } = reading
      const { id: readId, unreadable, kind } = record.user
      lastRead.set(readId, { birthInstant, unreadable, kind })
      return record
    },
    // With the role it would be all members of all roles.
    nameOf: async (id, signal) => (await reads.user(id, signal))?.name,
    signIn: (user, signal) => readSignIn(client, reads, operator, settings, user, signal),
    profile: {
      fields: profileFields,
      save: user => {
        const reason = reasonAgainstChanging(user)
        if (reason !== undefined) return { reason }
        const field = lastRead.get(user.id)?.unreadable?.field
        if (field) {
          return { reason: `${field} could not be read, and saving would empty what was not read.` }
        }
        return {
          run: async (values, signal) => {
            const path = `/users/${encodeURIComponent(user.id)}`
            const body = toUserForm(values, lastRead.get(user.id)?.birthInstant)
            const call = { method: 'PUT', path, body, signal, right: profileRight } as const
            await withFieldIds(profileFieldIds, client.call(call))
          },
        }
      },
      suggest: {
        run: async (email, signal) => {
          const path = `/users/autofill/${encodeURIComponent(email)}`
          return (await client.read({ path, signal }, toSuggestion)).value
        },
      },
    },
    contacts: {
      kinds: contactKinds,
      edit: user => {
        const reason = reasonAgainstChanging(user)
        return reason === undefined ? { run: contactEditing(client, user.id) } : { reason }
      },
    },
    roles: gated(operator, configRight, signal => readRoles(client, reads, signal)),
    moveToRole: gated(operator, configWriteRight, (user, roleId, signal) =>
      moveToRole(client, reads, user.id, roleId, signal),
    ),
    apiUsers: gated(operator, configRight, apiUserAdministration(client, reads, operator)),
  }
}
