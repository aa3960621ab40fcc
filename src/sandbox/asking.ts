import { checkRequest, checkResponse } from './openapi'
import type { Sandbox } from './sandbox'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Parsed; `undefined`: no body, or none of JSON. */
  readonly body: unknown
}

export type Who = 'admin' | 'manager' | 'support' | 'guest' | 'apikey'

export type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>

/**
 * For tests: asks a sandbox's awork as one of the personas, or with any token. Every request and every answer is checked
 * against awork's OpenAPI document; `unchecked` lets nonsense through.
 */
export function asking(
  sandbox: Sandbox,
  {
    who = 'admin',
    workspace = 'acme',
    token = `sandbox-${who}-${workspace}`,
    unchecked = false,
  }: {
    readonly who?: Who
    readonly workspace?: string
    readonly token?: string
    readonly unchecked?: boolean
  } = {},
): Ask {
  return async (method, path, body) => {
    const request = new Request(`http://localhost/sandbox/awork/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const asked = request.clone()
    const response = await sandbox.fetch(request)
    const problems = unchecked
      ? []
      : [...(await checkRequest(asked)), ...(await checkResponse(asked, response))]
    if (problems.length > 0) throw new Error(problems.join('\n'))
    return answerOf(response)
  }
}

/** For tests: the control API of one workspace, e.g. `stage('POST', '/faults', { kind: 'cut' })`. */
export function staging(sandbox: Sandbox, workspace = 'acme'): Ask {
  return async (method, path, body) =>
    answerOf(
      await sandbox.fetch(
        new Request(`http://localhost/sandbox/workspaces/${workspace}${path}`, {
          method,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    )
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
  }
}

/** The id of whoever is named so. */
export async function idOf(stage: Ask, name: string): Promise<string> {
  const { text } = await stage('GET', `/users?name=${encodeURIComponent(name)}`)
  const found: readonly { readonly id: string; readonly name: string }[] = JSON.parse(text)
  const [exact] = found.filter(user => user.name === name)
  if (!exact) throw new Error(`Nobody is named ${name}.`)
  return exact.id
}
