import { type Answer, type Ask, answerOf, idOf, staging } from '../asking'
import type { Sandbox } from '../sandbox'

export type Who = 'admin' | 'manager' | 'support' | 'guest'

type Options = {
  readonly who?: Who
  readonly workspace?: string
  /** Instead of the persona's API key. */
  readonly headers?: Readonly<Record<string, string>>
  readonly version?: string
}

/** For tests: asks a sandbox's Workfront as one of the personas, or with any headers. A body of text is a form. */
export function askingWorkfront(
  sandbox: Sandbox,
  { who = 'admin', workspace = 'acme', headers, version = '/v21.0' }: Options = {},
): Ask {
  return async (method, path, body) => {
    const isForm = body instanceof URLSearchParams
    return answerOf(
      await sandbox.fetch(
        new Request(`http://localhost/sandbox/workfront/attask/api${version}${path}`, {
          method,
          headers: {
            ...(headers ?? { apiKey: `sandbox-${who}-${workspace}` }),
            ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
        }),
      ),
    )
  }
}

/** For tests: the control API of one workspace's Workfront. */
export function stagingWorkfront(sandbox: Sandbox, workspace = 'acme') {
  const stage = staging(sandbox, workspace)
  const behind: Ask = (method, path, body) => stage(method, `/workfront${path}`, body)
  return {
    behind,
    /** `/user/{id}` of whoever is named so. */
    path: async (name: string) => `/user/${await idOf(behind, name)}`,
    truth: async (name: string) => (await behind('GET', `/users/${await idOf(behind, name)}`)).body,
    settings: (settings: object) => behind('PUT', '', settings),
    fault: (fault: object) => stage('POST', '/faults', fault),
  }
}

/** The rows of a search's answer. */
export function rowsOf({ text }: Answer): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(text).data
}
