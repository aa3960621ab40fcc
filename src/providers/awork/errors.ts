import * as z from 'zod/mini'
import type { Failure } from '../../http/failure'
import { type Answer, plainWords } from '../../http/request'
import { listOf, text } from '../parsing'

/** awork's own shape, and `message` as its gateway words a refusal. https://developers.awork.com/error-handling */
const errorWire = z.object({
  code: z.catch(text, undefined),
  description: z.catch(text, undefined),
  message: z.catch(z.nullish(z.union([z.string(), z.object({ description: text })])), undefined),
  details: z.catch(listOf(z.string()), undefined),
  traceId: z.catch(text, undefined),
  validationErrors: z.catch(listOf(z.object({ property: text, message: text })), undefined),
})
type ErrorBody = Pick<Failure, 'code' | 'description' | 'traceId' | 'fieldErrors'>

/** Never fails: of an error body whatever can be read is better than nothing. */
export function toErrorBody(answer: Answer): ErrorBody {
  const wire = z.safeParse(errorWire, answer.body)
  if (!wire.success) return { description: plainWords(answer) }
  const { code, description, message, details, traceId, validationErrors } = wire.data
  const words = [
    description ?? (typeof message === 'string' ? message : message?.description),
    ...(details ?? []),
  ]
  return {
    code: code || undefined,
    description: words.filter(Boolean).join(' ') || undefined,
    traceId: traceId || undefined,
    fieldErrors: validationErrors?.map(({ property, message }) => ({
      field: property ?? '',
      message: message ?? '',
    })),
  }
}
