import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PreviewServer, preview } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

/** What `npm run preview` serves, with a page of its own for a build. */
const folder = mkdtempSync(join(tmpdir(), 'rollcall-'))
const configFile = join(folder, 'config.json')
let upstream: Server
let server: PreviewServer
let root = ''

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<title>The app</title>')
  upstream = createServer(({ url, headers }, response) => {
    response.end(
      JSON.stringify({
        url,
        origin: headers.origin,
        cookie: headers.cookie,
        authorization: headers.authorization,
      }),
    )
  })
  await new Promise<void>(resolve => upstream.listen(0, 'localhost', resolve))
  vi.stubEnv('ROLLCALL_PROXY', `/awork=${addressOf(upstream)}/, /other=https://other.example`)
  server = await preview({
    configFile: 'vite.config.ts',
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { port: 0 },
  })
  root = (server.resolvedUrls?.local[0] ?? '').replace(/\/$/, '')
})
afterAll(async () => {
  await server.close()
  upstream.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  vi.stubEnv('ROLLCALL_CONFIG', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

function addressOf(listening: Server): string {
  const address = listening.address()
  return `http://localhost:${typeof address === 'object' ? address?.port : ''}`
}

describe('/config.json', () => {
  test('names the two workspaces of the sandbox', async () => {
    const response = await fetch(`${root}/config.json`)
    expect(response.headers.get('content-type')).toBe('application/json')
    const { sandbox, connections } = await response.json()
    expect(sandbox).toBe(true)
    const [acme, nordwind] = connections
    for (const { name, apiUrl } of [acme, nordwind]) {
      const token = `sandbox-admin-${name.toLowerCase()}`
      const me = await fetch(`${root}${apiUrl}/me`, {
        headers: { authorization: `Bearer ${token}` },
      })
      expect(await me.json()).toMatchObject({ workspace: { name } })
    }
  })

  test('names a Workfront at an origin of its own, which lets no page of another call it', async () => {
    const { connections } = await (await fetch(`${root}/config.json`)).json()
    const { provider, apiUrl, oauth } = connections.at(-1)
    const { origin } = new URL(oauth.authorizeUrl)
    expect([provider, new URL(root).origin === origin]).toEqual(['workfront', false])
    const session = await fetch(`${origin}${apiUrl.replace('/workfront', '')}/session`, {
      headers: { apiKey: 'sandbox-admin-acme', origin: root },
    })
    expect(await session.json()).toMatchObject({ data: { isAdmin: true } })
    expect([...session.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual(
      [],
    )
    const style = await fetch(`${origin}/sandbox/style.css`)
    expect(style.status).toBe(200)
  })

  test('is the file that ROLLCALL_CONFIG names, read at each request, whatever is in it', async () => {
    vi.stubEnv('ROLLCALL_CONFIG', configFile)
    for (const text of ['{"connections":[]}', '{"connections":']) {
      writeFileSync(configFile, text)
      const response = await fetch(`${root}/config.json`)
      expect([response.status, await response.text()]).toEqual([200, text])
    }
  })

  test('is a 404 in JSON, not the page, when that file is missing', async () => {
    vi.stubEnv('ROLLCALL_CONFIG', join(folder, 'missing.json'))
    const response = await fetch(`${root}/config.json`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: expect.stringContaining('missing.json') })
  })
})

describe('pages', () => {
  test.each(['/', '/acme/users', '/callback?code=1'])(
    '%s is the app, with a strict policy',
    async path => {
      const response = await fetch(`${root}${path}`)
      expect(await response.text()).toBe('<title>The app</title>')
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
      )
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  test('may call the origins that the config names, and no others', async () => {
    vi.stubEnv('ROLLCALL_CONFIG', configFile)
    const oauth = { tokenUrl: 'https://tokens.example/a', authorizeUrl: 'https://pages.example/a' }
    const connections = [
      { apiUrl: 'https://api.example/api/v1', oauth },
      { apiUrl: '/awork/api/v1' },
    ]
    writeFileSync(configFile, JSON.stringify({ connections }))
    const policy = (await fetch(root)).headers.get('content-security-policy')
    expect(policy).toContain("connect-src 'self' https://api.example https://tokens.example;")
  })

  test('the sandbox is never answered by the app', async () => {
    const response = await fetch(`${root}/sandbox/nothing`)
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { error: expect.any(String) },
    ])
    expect(await (await fetch(`${root}/sandbox`)).text()).toContain('Sandbox')
  })

  test('connections are not kept, for a browser would repeat a write on one that is cut', async () => {
    expect((await fetch(root)).headers.get('connection')).toBe('close')
  })
})

test('what is below a path of ROLLCALL_PROXY goes there without it, and without cookies and origin', async () => {
  const response = await fetch(`${root}/awork/api/v1/me?x=1`, {
    headers: { authorization: 'Bearer a', cookie: 'b=c', origin: 'http://localhost' },
  })
  expect(await response.json()).toEqual({ url: '/api/v1/me?x=1', authorization: 'Bearer a' })
})
