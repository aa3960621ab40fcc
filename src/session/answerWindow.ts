import * as z from 'zod/mini'
import type { Environment } from './environment'

/**
 * Signing in again happens in a window of its own, so that the page stays as it is. The window comes back to `/callback`
 * and hands its answer to the page that opened it: over a channel, because a consent page may cut the line to the
 * opener (Cross-Origin-Opener-Policy).
 */

/** Leads the state of such a sign-in: the answer belongs to another window. */
export const windowMark = 'window.'

const handed = z.object({ type: z.literal('answer'), query: z.string() })
const received = z.object({ type: z.literal('received') })

const channelOf = (state: string) => `rollcall.answer.${state}`

export function isForOtherWindow(answer: URLSearchParams): boolean {
  return answer.get('state')?.startsWith(windowMark) === true
}

/** In the window: whether somebody was waiting for the answer. */
export function handOver(
  answer: URLSearchParams,
  { channel: open, later }: Environment,
): Promise<'received' | 'nobody'> {
  const channel = open(channelOf(answer.get('state') ?? ''))
  return new Promise(resolve => {
    const settle = (outcome: 'received' | 'nobody') => {
      callOff()
      channel.close()
      resolve(outcome)
    }
    const callOff = later(() => settle('nobody'), 3_000)
    channel.listen(message => {
      if (received.safeParse(message).success) settle('received')
    })
    channel.post({ type: 'answer', query: answer.toString() })
  })
}

/** On the page: the answer to the sign-in with this state; `undefined`: called off. */
export function awaitAnswer(
  state: string,
  { channel: open }: Environment,
  signal: AbortSignal,
): Promise<URLSearchParams | undefined> {
  const channel = open(channelOf(state))
  return new Promise(resolve => {
    signal.addEventListener('abort', () => {
      channel.close()
      resolve(undefined)
    })
    channel.listen(message => {
      const parsed = handed.safeParse(message)
      if (!parsed.success) return
      channel.post({ type: 'received' })
      channel.close()
      resolve(new URLSearchParams(parsed.data.query))
    })
  })
}
