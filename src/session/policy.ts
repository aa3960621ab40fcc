import type { Config } from './config'

/** What Rollcall gets along with, and so what its server should send. The preview sends the same. */
export function contentSecurityPolicy(calledOrigins: readonly string[]): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    ["connect-src 'self'", ...calledOrigins].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** The origins that the page has to call, besides its own. The consent page is visited, not called. */
export function calledOrigins({ connections }: Config, pageOrigin: string): readonly string[] {
  const called = connections.flatMap(({ apiUrl, oauth }) =>
    [apiUrl, oauth.tokenUrl, oauth.registrationUrl].flatMap(url =>
      url === undefined ? [] : [new URL(url, pageOrigin).origin],
    ),
  )
  return [...new Set(called)].filter(origin => origin !== pageOrigin)
}
