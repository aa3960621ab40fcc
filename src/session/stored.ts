import * as z from 'zod/mini'
import type { Operator } from '../providers/provider'
import type { Connection } from './config'

/** What a tab keeps of a session so that a reload need not sign in again. */

const oauthTokens = z.object({
  means: z.literal('oauth'),
  access: z.string(),
  refresh: z.optional(z.string()),
  /** Milliseconds since the epoch. */
  expiresAt: z.optional(z.number()),
  issuedAt: z.number(),
  clientId: z.string(),
  /** Counts up with every renewal: of two tabs' tokens the higher ones hold. */
  generation: z.number(),
})

const pastedToken = z.object({
  means: z.literal('pasted'),
  access: z.string(),
  generation: z.number(),
})

export const tokensSchema = z.union([oauthTokens, pastedToken])

const operatorSchema = z.pipe(
  z.object({
    id: z.string(),
    name: z.string(),
    email: z.optional(z.string()),
    workspace: z.object({ id: z.string(), name: z.string(), url: z.optional(z.string()) }),
    isAdmin: z.boolean(),
    rights: z.array(z.string()),
    rightsUnknown: z.optional(z.string()),
    isApiUser: z.boolean(),
  }),
  z.transform(
    ({ email, workspace: { url, ...workspace }, ...rest }): Operator => ({
      ...rest,
      email,
      workspace: { ...workspace, url },
    }),
  ),
)

const schema = z.object({
  /** Shared by duplicated tabs: they hold the same grant. */
  sessionId: z.string(),
  /** The address the token was given for: it is never sent to another one. */
  apiUrl: z.string(),
  provider: z.string(),
  operator: operatorSchema,
  tokens: tokensSchema,
})

export type OAuthTokens = z.infer<typeof oauthTokens>
export type Tokens = z.infer<typeof tokensSchema>
export type Stored = z.infer<typeof schema>

/** Nothing is known of one that is not known of the other, whichever of them has been stored in between. */
export function isSameOperator(one: Operator, other: Operator): boolean {
  const [text, otherText] = [one, other].map(operator =>
    JSON.stringify(operatorSchema.parse(operator)),
  )
  return text === otherText
}

const prefix = 'rollcall.session.'

/** `undefined`: not signed in, or what is stored belongs to another address, or is unreadable. */
export function readStored(storage: Storage, connection: Connection): Stored | undefined {
  const text = storage.getItem(prefix + connection.id)
  if (text === null) return undefined
  const parsed = schema.safeParse(json(text))
  if (
    parsed.success &&
    parsed.data.apiUrl === connection.apiUrl &&
    parsed.data.provider === connection.provider
  ) {
    return parsed.data
  }
  forgetStored(storage, connection.id)
  return undefined
}

export function writeStored(storage: Storage, connectionId: string, stored: Stored): void {
  storage.setItem(prefix + connectionId, JSON.stringify(stored))
}

export function forgetStored(storage: Storage, connectionId: string): void {
  storage.removeItem(prefix + connectionId)
}

const endedKey = 'rollcall.ended-sessions'
/** Of some fifty sessions. */
const longest = 2_000

/**
 * A duplicate of the tab may be asleep or closed when its session is signed out, and come back with its copy of the
 * tokens: it finds the session among these. The id says nothing about anybody.
 */
export function rememberEnded(remembered: Storage, sessionId: string): void {
  try {
    const others = remembered.getItem(endedKey) ?? ''
    remembered.setItem(endedKey, `${sessionId} ${others}`.slice(0, longest))
  } catch {
    // A full storage is no reason not to sign out.
  }
}

export function hasEnded(remembered: Storage, sessionId: string): boolean {
  return remembered.getItem(endedKey)?.includes(sessionId) === true
}

/** The providers that somebody seems to be signed in to: enough to fetch their code ahead. */
export function storedProviders(storage: Storage): readonly string[] {
  const sessions = keysOf(storage).filter(key => key.startsWith(prefix))
  return sessions.flatMap(key => {
    const stored = schema.safeParse(json(storage.getItem(key) ?? ''))
    return stored.success ? stored.data.provider : []
  })
}

/** For a window that was opened from a tab and got a copy of all of it. */
export function forgetAllStored(storage: Storage): void {
  for (const key of keysOf(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
}

export function keysOf(storage: Storage): readonly string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
}

export function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
