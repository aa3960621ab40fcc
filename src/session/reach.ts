import { type Failure, failureOf } from '../http/failure'
import { request } from '../http/request'

/** What came of asking an API for anything at all. */
export type Reach =
  /** Any status: the page may call it. */
  | { readonly came: 'answer'; readonly status: number }
  /** This page’s own Content-Security-Policy forbids the call. */
  | { readonly came: 'nothing'; readonly why: 'policy' }
  | { readonly came: 'nothing'; readonly why: Failure }

const timeoutMs = 10_000

/** Asks once, with no token: what matters is whether this page gets to see an answer. */
export async function reach(url: string): Promise<Reach> {
  let isForbidden = false
  const { origin } = new URL(url, window.location.origin)
  const note = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'connect-src' && blockedURI.startsWith(origin)) isForbidden = true
  }
  document.addEventListener('securitypolicyviolation', note)
  try {
    // This header is of no use to a read, but with it the browser asks for leave first, as it will for every real call.
    const headers = { 'content-type': 'application/json' }
    const { status } = await request({ method: 'GET', url, headers, timeoutMs })
    return { came: 'answer', status }
  } catch (error) {
    // The browser reports a violation in a task of its own, after the call has failed.
    await new Promise(resolve => setTimeout(resolve))
    return { came: 'nothing', why: isForbidden ? 'policy' : failureOf(error) }
  } finally {
    document.removeEventListener('securitypolicyviolation', note)
  }
}
