import { expect, test } from 'vitest'
import type { Config } from './config'
import { landing, safeReturn } from './returnTo'

const origin = 'https://rollcall.example'

test.each([
  ['/acme/users?q=anna#top', '/acme/users?q=anna#top'],
  ['/receipts/1', '/receipts/1'],
  ['/acme/../receipts', '/receipts'],
])('%s is a place to return to', (to, path) => {
  expect(safeReturn(to, origin)).toBe(path)
})

test.each([
  null,
  '',
  'acme/users',
  'https://evil.example/',
  'https://rollcall.example/acme/users',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/callback?code=x',
  '/sign-in?to=/sign-in',
  '/',
])('%s is not', to => {
  expect(safeReturn(to, origin)).toBeUndefined()
})

const connection = (id: string) => ({
  id,
  provider: 'awork',
  name: id,
  apiUrl: '/api/v1',
  oauth: {},
})
const acme = connection('acme')
const config: Config = { sandbox: false, connections: [acme, connection('beta')] }

test.each([
  [undefined, '/acme/users'],
  ['/acme/users?q=anna', '/acme/users?q=anna'],
  ['/receipts', '/receipts'],
  ['/beta/users', '/acme/users'],
  ['/beta?x', '/acme/users'],
])('signing in to Acme on the way to %s leads to %s', (to, path) => {
  expect(landing(to, acme, config)).toBe(path)
})
