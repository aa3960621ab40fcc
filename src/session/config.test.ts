import { describe, expect, test } from 'vitest'
import { isApiUrl, parseConfig, readConfig } from './config'

const acme = { id: 'acme', provider: 'awork', name: 'Acme', apiUrl: 'https://api.awork.com/api/v1' }

function parse(config: unknown) {
  return parseConfig(JSON.stringify(config), ['awork', 'workfront'])
}

function problems(config: unknown) {
  const read = parse(config)
  return 'problems' in read ? read.problems : []
}

describe('a config that is as it should be', () => {
  test('is read, with defaults for what may be left out and unknown fields ignored', () => {
    expect(parse({ $schema: 'x', connections: [{ ...acme, note: 'ours' }] })).toEqual({
      config: { sandbox: false, connections: [{ ...acme, oauth: {} }] },
    })
  })

  test('keeps OAuth settings and drops a slash at the end of an address', () => {
    const oauth = { clientId: 'rollcall', tokenUrl: '/awork/token' }
    expect(
      parse({ sandbox: true, connections: [{ ...acme, apiUrl: '/awork/api/v1/', oauth }] }),
    ).toEqual({
      config: { sandbox: true, connections: [{ ...acme, apiUrl: '/awork/api/v1', oauth }] },
    })
  })
})

describe('a config that is not', () => {
  test.each<[string, unknown, string | undefined, RegExp, RegExp]>([
    [
      'a missing name',
      { connections: [{ ...acme, name: undefined }] },
      'connections[0].name',
      /^missing$/,
      /the name to show/,
    ],
    [
      'an empty name',
      { connections: [{ ...acme, name: ' ' }] },
      'connections[0].name',
      /^" "$/,
      /the name to show/,
    ],
    [
      'a number for an address',
      { connections: [{ ...acme, apiUrl: 1 }] },
      'connections[0].apiUrl',
      /^1$/,
      /https address/,
    ],
    [
      'http to another machine',
      { connections: [acme, { ...acme, id: 'b', apiUrl: 'http://api.awork.com' }] },
      'connections[1].apiUrl',
      /^"http:\/\/api.awork.com"$/,
      /https address/,
    ],
    [
      'an address that carries a password',
      { connections: [{ ...acme, apiUrl: 'https://a:b@api.awork.com' }] },
      'connections[0].apiUrl',
      /./,
      /https address/,
    ],
    [
      'an unknown provider',
      { connections: [{ ...acme, provider: 'jira' }] },
      'connections[0].provider',
      /^"jira"$/,
      /“awork”, “workfront”/,
    ],
    [
      'an id with a slash',
      { connections: [{ ...acme, id: 'a/b' }] },
      'connections[0].id',
      /^"a\/b"$/,
      /letters, digits and hyphens/,
    ],
    [
      'an id that is a path of our own',
      { connections: [{ ...acme, id: 'Receipts' }] },
      'connections[0].id',
      /^"Receipts"$/,
      /another word/,
    ],
    [
      'the same id twice',
      { connections: [acme, acme] },
      'connections[1].id',
      /^"acme"$/,
      /connections\[0\] has it already/,
    ],
    [
      'an id whose pages would be forwarded',
      { connections: [{ ...acme, id: 'awork', apiUrl: '/awork/api/v1' }] },
      'connections[0].id',
      /^"awork"$/,
      /below “\/awork” is forwarded/,
    ],
    [
      'an address in oauth that is none',
      { connections: [{ ...acme, oauth: { tokenUrl: 'token' } }] },
      'connections[0].oauth.tokenUrl',
      /^"token"$/,
      /https address/,
    ],
    ['no connection', { connections: [] }, 'connections', /^\[\]$/, /at least one/],
    [
      'a single connection instead of a list',
      { connections: acme },
      'connections',
      /^\{/,
      /a list/,
    ],
    ['a list instead of an object', [acme], undefined, /^\[/, /“connections”/],
    [
      'a word for sandbox',
      { sandbox: 'yes', connections: [acme] },
      'sandbox',
      /^"yes"$/,
      /true or false/,
    ],
  ])(
    'with %s names the field, what it is and what it should be',
    (_, config, field, is, shouldBe) => {
      const [problem, ...others] = problems(config)
      expect(others).toEqual([])
      expect(problem?.field).toBe(field)
      expect(problem?.is).toMatch(is)
      expect(problem?.shouldBe).toMatch(shouldBe)
    },
  )

  test('names every wrong field at once', () => {
    expect(
      problems({ connections: [{ id: 'a', provider: 'awork' }] }).map(({ field }) => field),
    ).toEqual(['connections[0].name', 'connections[0].apiUrl'])
  })

  test.each([
    ['{"connections": [', 'not JSON'],
    ['<!doctype html>', 'a page of HTML'],
    ['', 'empty'],
  ])('that reads %j is said to be %s', (text, is) => {
    expect(parseConfig(text, ['awork'])).toEqual({
      problems: [{ field: undefined, is, shouldBe: 'a JSON object' }],
    })
  })
})

describe('reading it from the server', () => {
  test('says that it is not there, with the status', async () => {
    const read = await readConfig(['awork'], async () => new Response('', { status: 404 }))
    expect(read).toMatchObject({ problems: [{ is: 'not there (the server answered 404)' }] })
  })

  test('says that the server did not answer', async () => {
    const read = await readConfig(['awork'], () => Promise.reject(new TypeError('Failed to fetch')))
    expect(read).toMatchObject({ problems: [{ is: 'out of reach (the server did not answer)' }] })
  })
})

test.each([
  ['https://api.awork.com/api/v1', true],
  ['http://localhost:4000/api', true],
  ['http://127.0.0.1:4000', true],
  ['http://[::1]:4000', true],
  ['/awork/api/v1', true],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['http://127.0.0.1.evil.example', false],
  ['ftp://api.awork.com', false],
  ['javascript:alert(1)', false],
  ['https://api.awork.com/?x=1', false],
  ['api.awork.com', false],
])('%s as an address: %s', (address, allowed) => {
  expect(isApiUrl(address)).toBe(allowed)
})
