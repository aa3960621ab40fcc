import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sandboxListener } from './node'

const server = createServer(sandboxListener({ users: 0 }))
let root = ''
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.address()
  root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/sandbox`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const headers = { authorization: 'Bearer sandbox-admin-acme' }

async function pathOf(name: string): Promise<string> {
  const response = await fetch(`${root}/workspaces/acme/users?name=${name}`)
  const [user] = await response.json()
  return `/users/${user.id}`
}

test('answers over HTTP as it does in process', async () => {
  const response = await fetch(`${root}/awork/api/v1/me`, { headers })
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toMatchObject({ firstName: 'Ada', workspace: { name: 'Acme' } })
})

test.each([
  ['lars', true],
  ['cora', false],
])('cuts the connection for %s; done: %s', async (name, isDeactivated) => {
  const path = await pathOf(name)
  const write = fetch(`${root}/awork/api/v1${path}/deactivate`, { method: 'POST', headers })
  await expect(write).rejects.toThrow('fetch failed')
  const truth = await fetch(`${root}/workspaces/acme${path}`)
  expect(await truth.json()).toMatchObject({ isDeactivated, log: ['write:deactivate'] })
})

test('redirects back from the page of consent', async () => {
  const body = new URLSearchParams({
    client_id: 'rollcall',
    response_type: 'code',
    redirect_uri: 'http://localhost:4173/callback',
    code_challenge: 'x',
    code_challenge_method: 'S256',
    who: 'Ada Lindqvist',
    workspace: 'acme',
    answer: 'allow',
  })
  const response = await fetch(`${root}/awork/api/v1/accounts/authorize`, {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toMatch(/^http:\/\/localhost:4173\/callback\?code=/)
})

test('has a page about itself, with a style of its own and no script', async () => {
  const page = await fetch(root)
  const text = await page.text()
  expect(text).toContain('Rate-limited Rita')
  expect(text).not.toContain('<script')
  expect(page.headers.get('content-security-policy')).toContain("style-src 'self'")
  const style = await fetch(`${root}/style.css`)
  expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
})
