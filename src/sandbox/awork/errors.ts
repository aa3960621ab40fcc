import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import type { AworkContext } from './env'

/** The codes of https://developers.awork.com/error-handling that the sandbox uses. */
const codes = {
  'not-found': 404,
  'invalid-model': 400,
  'validation-failed': 400,
  'invalid-operation': 400,
  'already-exist-error': 400,
  'entity-archived': 400,
  'invalid-filter-or-order': 400,
  'insufficient-seats': 400,
  unauthorized: 401,
  'deactivated-user': 401,
  'server-error': 500,
} satisfies Record<string, ContentfulStatusCode>

export type ErrorCode = keyof typeof codes

export function problem(
  c: AworkContext,
  code: ErrorCode,
  description: string,
  validationErrors?: readonly { property: string; message: string }[],
): Response {
  return c.json(
    {
      code,
      description,
      link: 'https://developers.awork.com/error-handling',
      traceId: c.var.traceId,
      validationErrors,
    },
    codes[code],
  )
}

export function notFound(c: AworkContext, what: string): Response {
  return problem(c, 'not-found', `The ${what} was not found.`)
}

export function invalid(c: AworkContext, { issues }: ZodError): Response {
  return problem(
    c,
    'validation-failed',
    'The model sent in the request is invalid. See the validation errors for details.',
    issues.map(({ path, message }) => ({
      property: path
        .map(step => String(step).replace(/^./, letter => letter.toUpperCase()))
        .join('.'),
      message,
    })),
  )
}
