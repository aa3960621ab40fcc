import * as z from 'zod/mini'
import type { Failure, FailureKind } from '../../http/failure'
import { type Answer, plainWords } from '../../http/request'
import { text } from '../parsing'

/** `message` is all that every seen answer has. https://developer.adobe.com/workfront-apis/api/workflow/ */
const errorWire = z.object({
  error: z.object({
    message: z.catch(text, undefined),
    class: z.catch(text, undefined),
    msgKey: z.catch(text, undefined),
  }),
})

export type ErrorBody = {
  /** There is an `error`: it was Workfront who answered, whatever the status. */
  readonly isWorkfronts: boolean
  readonly code: string | undefined
  readonly description: string | undefined
}

/** Never fails: of an error body whatever can be read is better than nothing. */
export function toErrorBody(answer: Answer): ErrorBody {
  const wire = z.safeParse(errorWire, answer.body)
  if (!wire.success)
    return { isWorkfronts: false, code: undefined, description: plainWords(answer) }
  const { message, class: name, msgKey } = wire.data.error
  return {
    isWorkfronts: true,
    code: name?.split('.').at(-1) || msgKey || undefined,
    description: message || undefined,
  }
}

/** https://developer.adobe.com/workfront-apis/api/workflow/ */
/** @param path of what was asked for */
export function kindOf(
  { status }: Answer,
  error: ErrorBody,
  path: string,
): FailureKind | undefined {
  if (status === 401 || isAboutSession(error)) return 'expired'
  if (status === 403) return 'notPermitted'
  if (status === 404 || isAboutMissing(error, path)) return 'notFound'
  if (status === 408) return 'timeout'
  if (status === 429) return 'rateLimited'
  if (status >= 500) return 'server'
  // Workfront also refuses with a 200.
  if (status >= 400 || error.isWorkfronts) return 'refused'
  return status >= 200 && status < 300 ? undefined : 'unexpectedAnswer'
}

function isAboutSession({ code, description = '' }: ErrorBody): boolean {
  return (
    code === 'AuthenticationException' ||
    /not currently logged in|invalid session id/i.test(description)
  )
}

/** It may also be something that was sent along which is not there. */
function isAboutMissing({ description = '' }: ErrorBody, path: string): boolean {
  const id = /with primary key value\(s\) "([^"]+)" not found/i.exec(description)?.[1]
  return id !== undefined && path.endsWith(`/${id}`)
}

/** A version lives for three years, and then this is all it says. */
export function remedyFor(status: number, path: string): Pick<Failure, 'remedy'> {
  if (status !== 410) return {}
  const version = /\/api\/(v[\d.]+)\//.exec(path)?.[1]
  const which = version ? `version ${version}, which` : 'a version that'
  return {
    remedy: `The apiUrl of this connection names ${which} Workfront no longer offers. Whoever runs Rollcall can change it to end in ${pinned} in /config.json.`,
  }
}

/** https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/api-version-support-schedule */
export const pinned = '/attask/api/v21.0'
