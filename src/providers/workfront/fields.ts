import { failureOf } from '../../http/failure'
import { remember } from '../../http/memory'
import { reasonFor } from '../../http/words'
import type { Part, PartState } from '../provider'
import type { Client } from './client'
import { toFieldNames } from './wire'

/** One unknown field fails the whole call, so these are asked for only: every version that is still offered has them. */
export const core = [
  'ID',
  'name',
  'emailAddr',
  'isActive',
  'title',
  'lastLoginDate',
  'lastUpdateDate',
  'accessLevel:name',
  'homeGroup:name',
  'homeTeam:name',
] as const

/** Asked for where the tenant's own description of a user has what stands before the colon. */
const optional = [
  'firstName',
  'lastName',
  'username',
  'phoneNumber',
  'licenseType',
  'loginCount',
  'entryDate',
  'enteredByID',
  'lastUpdatedByID',
  'scheduleDeactivationDate',
  'actualDeactivationDate',
  'userApproval:*',
  'company:name',
  'manager:name',
  'accessLevel:isAdmin',
  'accessLevel:licenseType',
] as const
export type Optional = (typeof optional)[number]

/** What is asked for of a user, and why it is not more. */
export type Fields = {
  readonly names: readonly string[]
  /** Why a field is not asked for; `undefined`: it is. */
  readonly whyNot: (field: Optional) => string | undefined
}

export const coreOnly = (reason: string): Fields => ({ names: core, whyNot: () => reason })

/** Which fields this tenant's users have: read once, and corrected by what Workfront refuses. */
export function fieldsOfUser(client: Client) {
  const refused = new Set<string>()
  const metadata = remember(
    signal => client.read({ path: '/user/metadata', signal, right: 'Users: View' }, toFieldNames),
    Number.POSITIVE_INFINITY,
  )

  const now = async (signal: AbortSignal): Promise<Fields> => {
    try {
      const known = await metadata.recent(signal)
      const whyNot = (field: Optional) =>
        refused.has(field) || !known.has(field.replace(/:.*/, ''))
          ? `This version of Workfront’s API has no ${field.replace(/:\*$/, '')} of a user.`
          : undefined
      const asked = optional.filter(field => whyNot(field) === undefined && !isTwin(field, whyNot))
      return { names: [...core, ...asked], whyNot }
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'aborted') throw error
      const because = reasonFor(failure, { provider: 'Workfront' })
      return coreOnly(`Which fields a user has could not be read: ${because}`)
    }
  }

  /** Asks again without what Workfront does not know: "APIModel V17_0 does not support field isAdmin (AccessLevel)". */
  const asking = async <T>(
    signal: AbortSignal,
    ask: (names: string) => Promise<T>,
  ): Promise<{ readonly value: T; readonly fields: Fields }> => {
    for (;;) {
      const fields = await now(signal)
      try {
        return { value: await ask(fields.names.join(',')), fields }
      } catch (error) {
        const { kind, description = '' } = failureOf(error)
        const words = new Set(description.split(/\W+/))
        const unknown = optional.filter(
          field => fields.whyNot(field) === undefined && words.has(wordFor(field)),
        )
        if (kind !== 'refused' || unknown.length === 0) throw error
        for (const field of unknown) refused.add(field)
      }
    }
  }

  return { now, asking, areKnown: () => metadata.last() !== undefined }
}

/** The licence stands in one of two places. */
function isTwin(field: Optional, whyNot: Fields['whyNot']): boolean {
  return field === 'accessLevel:licenseType' && whyNot('licenseType') === undefined
}

/** What a refusal calls the field: of references to a name it is the reference that may be unknown. */
function wordFor(field: Optional): string {
  const [first = '', second] = field.split(':')
  return second === undefined || second === 'name' || second === '*' ? first : second
}

/** The part that a column names whose values stand in this field. */
function partFor(field: Optional): Part {
  return field === 'accessLevel:isAdmin' ? 'roles' : `field:${field}`
}

/** @param fields `undefined`: not known yet which there are */
export function partStates(fields: Fields | undefined): readonly (readonly [Part, PartState])[] {
  return optional.map(field => {
    const twin = field === 'licenseType' ? fields?.whyNot('accessLevel:licenseType') : 'none'
    const reason = twin === undefined ? undefined : fields?.whyNot(field)
    const state: PartState = !fields
      ? { state: 'loading' }
      : reason === undefined
        ? { state: 'known' }
        : { state: 'unknown', reason }
    return [partFor(field), state]
  })
}
