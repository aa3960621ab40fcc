import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { vendors } from '../providers/registry'
import { parseConfig } from './config'
import { nginxFor, previewFor } from './forwarding'
import { calledOrigins, contentSecurityPolicy } from './policy'

const page = 'https://rollcall.example'

function configOf(...connections: readonly unknown[]) {
  const read = parseConfig(JSON.stringify({ connections }), Object.keys(vendors))
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.config
}

describe.each(Object.values(vendors))('what the set-up page says of $name', listed => {
  test('are configs that Rollcall accepts', async () => {
    const { direct, forwarded } = await listed.setup()
    for (const example of direct ? [direct, forwarded] : [forwarded]) {
      expect(configOf(example).connections[0]?.provider).toBe(listed.id)
    }
  })

  test('forwards to the API that would be called without', async () => {
    const { direct, forwarded, forward } = await listed.setup()
    const called = forwarded.apiUrl.replace(forward.path, forward.to)
    expect(called).toBe(direct?.apiUrl ?? 'https://acme.my.workfront.com/attask/api/v21.0')
    expect(calledOrigins(configOf(forwarded), page)).toEqual([])
  })

  test('sends nobody to a consent page through the forwarding', async () => {
    const { forwarded, forward } = await listed.setup()
    const { oauthEndpoints } = await listed.load()
    const called = forwarded.apiUrl.replace(forward.path, forward.to)
    expect(forwarded.oauth['authorizeUrl']).toBe(oauthEndpoints(called).authorizeUrl)
  })
})

test('the policy names each origin that is called, once, and not the page’s own', () => {
  const base = { provider: 'awork', name: 'Acme' }
  const config = configOf(
    { ...base, id: 'a', apiUrl: 'https://api.example/v1' },
    { ...base, id: 'b', apiUrl: 'https://api.example/v2' },
    { ...base, id: 'c', apiUrl: '/api', oauth: { tokenUrl: 'https://token.example/t' } },
    { ...base, id: 'd', apiUrl: `${page}/api`, oauth: { authorizeUrl: 'https://consent.example' } },
  )
  const origins = calledOrigins(config, page)
  expect(origins).toEqual(['https://api.example', 'https://token.example'])
  expect(contentSecurityPolicy(origins)).toContain(
    "connect-src 'self' https://api.example https://token.example;",
  )
})

test('forwarding can be confined to what is needed', () => {
  const nginx = nginxFor({ path: '/x', to: 'https://api.example', only: ['/a/', '/b/'] })
  expect(nginx).toContain('location /x/a/ {\n  proxy_pass https://api.example/a/;')
  expect(nginx).toContain('location /x/b/ {\n  proxy_pass https://api.example/b/;')
  expect(nginx).not.toContain('location /x/ {')
})

test('forwarding takes the path away and keeps the page to itself', () => {
  const forward = { path: '/x', to: 'https://api.example' }
  const nginx = nginxFor(forward)
  expect(nginx).toContain('location /x/ {\n  proxy_pass https://api.example/;')
  for (const header of ['Origin', 'Referer', 'Cookie'])
    expect(nginx).toContain(`proxy_set_header ${header} "";`)
  expect(previewFor(forward)).toContain('ROLLCALL_PROXY=/x=https://api.example ')
})

test('the README forwards and confines as the set-up page does', async () => {
  const readme = (await readFile('README.md', 'utf8')).replaceAll(/^ {3}/gm, '')
  const { forward } = (await vendors['awork']?.setup()) ?? {}
  if (!forward) throw new Error('awork is not listed')
  expect(readme).toContain(nginxFor(forward))
  expect(readme).toContain(`Content-Security-Policy: ${contentSecurityPolicy([forward.to])}`)
})
