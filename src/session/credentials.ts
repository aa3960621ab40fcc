import * as z from 'zod/mini'
import { FailureError, type FailureKind } from '../http/failure'
import type { Credentials } from '../providers/provider'
import { type Environment, pause } from './environment'
import { type OAuthTokens, type Tokens, tokensSchema } from './stored'

/** Why a token could not be renewed: the grant is over, or nobody could be asked. */
export type Stop = 'ended' | 'unreachable'

export type Refreshed = { readonly tokens: OAuthTokens } | { readonly stop: Stop }

export type Keeper = {
  readonly credentials: Credentials
  /**
   * For the call that ends the grant, after the end of the session: a token that has run out is renewed once more,
   * because the grant behind it lives on, awork's for 30 days. Nobody is asked to sign in for it.
   */
  readonly parting: Credentials
  readonly tokens: () => Tokens
  /** The operator has signed in again: whoever waits for a token gets this one, in the other tabs too. */
  readonly replace: (tokens: Tokens) => void
  /** Tries once more after `unreachable`. */
  readonly retry: () => Promise<void>
  /** Signed out: whoever waits for a token is told that the session is over. */
  readonly end: (options: { readonly tellTabs: boolean }) => void
}

const message = z.union([
  z.object({ type: z.literal('ask'), generation: z.number() }),
  z.object({ type: z.literal('tokens'), tokens: tokensSchema }),
  z.object({ type: z.literal('ended') }),
])

/** How long the other tabs have to say that they have newer tokens. */
const answerMs = 150
const retryMs = [1_000, 2_000, 4_000] as const

/**
 * Keeps the tokens of one session fresh. awork's refresh tokens are good for a single use and come with a new one
 * (https://developers.awork.com/authentication), and a duplicated tab holds the same one, so a refresh is done by one
 * asker in one tab: behind a lock over all tabs, after asking them, and told to them.
 */
export function keepTokens(options: {
  readonly environment: Environment
  readonly sessionId: string
  readonly tokens: Tokens
  readonly refresh: (tokens: OAuthTokens) => Promise<Refreshed>
  readonly onTokens: (tokens: Tokens) => void
  readonly onStop: (stop: Stop) => void
  /** Another tab of this session has signed out. */
  readonly onEnded: () => void
}): Keeper {
  const { environment, refresh, onTokens, onStop, onEnded } = options
  const name = `rollcall.session.${options.sessionId}`
  const tabs = environment.channel(name)
  let current = options.tokens
  let ended = false
  let renewing: Promise<string> | undefined
  let waiting: { resolve: (token: string) => void; reject: (error: unknown) => void } | undefined
  let heard = () => {}
  let callOff = () => {}

  function take(tokens: Tokens) {
    current = tokens
    onTokens(tokens)
    refreshInTime()
    waiting?.resolve(tokens.access)
    waiting = undefined
    heard()
  }

  function takeAndTell(tokens: Tokens) {
    take(tokens)
    tabs.post({ type: 'tokens', tokens })
  }

  function end(tellTabs: boolean) {
    if (ended) return
    ended = true
    callOff()
    waiting?.reject(over())
    waiting = undefined
    if (tellTabs) tabs.post({ type: 'ended' })
    tabs.close()
  }

  tabs.listen(received => {
    const parsed = message.safeParse(received)
    if (!parsed.success || ended) return
    switch (parsed.data.type) {
      case 'ask':
        if (current.generation > parsed.data.generation)
          tabs.post({ type: 'tokens', tokens: current })
        return
      case 'tokens':
        if (parsed.data.tokens.generation > current.generation) take(parsed.data.tokens)
        return
      case 'ended':
        end(false)
        onEnded()
        return
    }
  })

  /** One refresh over all tabs, unless somebody has done it already. */
  function refreshOnce(stale: string): Promise<Stop | 'renewed'> {
    return environment.locks.alone(name, async () => {
      if (current.access !== stale) return 'renewed'
      if (ended) return 'ended'
      const answered = new Promise<void>(resolve => {
        heard = resolve
      })
      tabs.post({ type: 'ask', generation: current.generation })
      await Promise.race([answered, pause(environment, answerMs)])
      return current.access === stale ? refreshHere() : 'renewed'
    })
  }

  /** Behind the lock: a refresh token is good once. */
  async function refreshHere(): Promise<Stop | 'renewed'> {
    if (current.means === 'pasted' || current.refresh === undefined) return 'ended'
    const refreshed = await refresh(current)
    if ('stop' in refreshed) return refreshed.stop
    if (ended) current = refreshed.tokens
    else takeAndTell(refreshed.tokens)
    return 'renewed'
  }

  async function refreshPatiently(stale: string): Promise<Stop | 'renewed'> {
    for (const ms of retryMs) {
      const outcome = await refreshOnce(stale)
      if (outcome !== 'unreachable' || ended) return outcome
      await pause(environment, ms)
    }
    return refreshOnce(stale)
  }

  async function renew(stale: string): Promise<string> {
    const outcome = await refreshPatiently(stale)
    if (ended) throw over()
    if (outcome === 'renewed') return current.access
    return new Promise((resolve, reject) => {
      waiting = { resolve, reject }
      onStop(outcome)
    })
  }

  /** A tenth of its life before a token runs out, at most five minutes; never twice within ten seconds. */
  function refreshInTime() {
    callOff()
    if (current.means === 'pasted' || !current.refresh || current.expiresAt === undefined) return
    const { access, issuedAt, expiresAt } = current
    const early = Math.min(5 * 60_000, (expiresAt - issuedAt) / 10)
    const at = Math.max(expiresAt - early, issuedAt + 10_000)
    callOff = environment.later(
      // A failure is left to whoever next needs a token: until then the old one may still do.
      () => void refreshOnce(access),
      Math.max(0, at - environment.now()),
    )
  }

  refreshInTime()
  const held = { token: () => current.access, means: () => current.means }
  return {
    tokens: () => current,
    parting: {
      ...held,
      async renew(stale) {
        const outcome = await environment.locks.alone(name, async () =>
          current.access === stale ? refreshHere() : 'renewed',
        )
        if (outcome === 'renewed') return current.access
        throw outcome === 'ended' ? over() : failed('unreachable')
      },
    },
    credentials: {
      ...held,
      async renew(stale) {
        if (ended) throw over()
        if (current.access !== stale) return current.access
        renewing ??= renew(stale).finally(() => {
          renewing = undefined
        })
        return renewing
      },
    },
    replace: takeAndTell,
    async retry() {
      const outcome = await refreshPatiently(current.access)
      if (outcome !== 'renewed' && !ended) onStop(outcome)
    },
    end: ({ tellTabs }) => end(tellTabs),
  }
}

function over() {
  return failed('expired')
}

function failed(kind: FailureKind) {
  return new FailureError({ kind, method: 'POST', path: '/token' })
}
