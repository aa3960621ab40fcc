import type { Credentials } from './provider'

/** How long a token counts as fresh, in milliseconds: no vendor's lives shorter. */
const freshFor = 60_000

/**
 * Renews a session whose token was turned away. A token that is turned away though it has only just been renewed lacks
 * something that renewing does not bring, such as a right: asking for yet another, of the operator even, would be in vain.
 */
export function renewalOf(credentials: Credentials, now: () => number = Date.now) {
  let last = { token: '', at: Number.NEGATIVE_INFINITY }
  return {
    isFresh: (token: string) => token === last.token && now() - last.at < freshFor,
    async renew(stale: string): Promise<string> {
      const token = await credentials.renew(stale)
      last = { token, at: now() }
      return token
    },
  }
}
