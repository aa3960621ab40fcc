import * as z from 'zod/mini'

/** What every vendor's reading begins with: only the fields we use, `null` and missing the same. */
export const text = z.nullish(z.string())
export const flag = z.nullish(z.boolean())
export const identity = z.string().check(z.minLength(1))
export const listOf = <T extends z.core.SomeType>(element: T) => z.nullish(z.array(element))

/** Whoever asks for one must not act on another that a cache or a proxy on the way mixed up with them. */
export const isSameId = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** `body`, or a path into it: `3.userId`. */
  | { readonly ok: false; readonly field: string }

export function parsed<T, U>(
  schema: z.ZodMiniType<T>,
  wire: unknown,
  map: (value: T) => U,
): Parsed<U> {
  const result = z.safeParse(schema, wire)
  return result.success
    ? { ok: true, value: map(result.data) }
    : { ok: false, field: fieldOf(result.error) }
}

/** What could be read of an object, and the field that could not; `value` is `undefined` where it is too little. */
export function readable<T>(
  schema: z.ZodMiniType<T>,
  wire: unknown,
): { readonly value: T | undefined; readonly badField: string | undefined } {
  const whole = z.safeParse(schema, wire)
  if (whole.success) return { value: whole.data, badField: undefined }
  const badField = fieldOf(whole.error)
  const bad = new Set(whole.error.issues.map(issue => issue.path[0]))
  const rest =
    typeof wire === 'object' && wire !== null && !Array.isArray(wire)
      ? z.safeParse(
          schema,
          Object.fromEntries(Object.entries(wire).filter(([key]) => !bad.has(key))),
        )
      : undefined
  return { value: rest?.success ? rest.data : undefined, badField }
}

/** Where the first thing is that is not as documented; `body` for the whole. */
function fieldOf(error: z.core.$ZodError): string {
  return error.issues[0]?.path.join('.') || 'body'
}
