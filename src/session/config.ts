import * as z from 'zod/mini'

/** One workspace or tenant of one system that one can sign in to. */
export type Connection = {
  /** First part of the connection's paths. */
  readonly id: string
  /** A key of the provider registry. */
  readonly provider: string
  readonly name: string
  /** Absolute, or relative to the page's origin where that forwards to the API. Without a slash at the end. */
  readonly apiUrl: string
  readonly oauth: {
    readonly clientId?: string | undefined
    readonly authorizeUrl?: string | undefined
    readonly tokenUrl?: string | undefined
    readonly registrationUrl?: string | undefined
  }
}

export type Config = {
  /** The connections lead to made-up workspaces; the page says so. */
  readonly sandbox: boolean
  readonly connections: readonly Connection[]
}

export type ConfigProblem = {
  /** `connections[0].apiUrl`; `undefined`: the file as a whole. */
  readonly field: string | undefined
  readonly is: string
  readonly shouldBe: string
}

export type ConfigRead =
  | { readonly config: Config }
  | { readonly problems: readonly [ConfigProblem, ...ConfigProblem[]] }

/** First parts of Rollcall's own paths: a connection with such an id could not be opened. */
const reserved = [
  'sign-in',
  'callback',
  'setup',
  'receipts',
  'leavers',
  'settings',
  'assets',
  'config.json',
]

const urlWords =
  'an https address, an http address of this machine (localhost), or a path on this origin that starts with “/”'

const url = z.string({ error: urlWords }).check(z.refine(isApiUrl, { error: urlWords }))

function words(text: string) {
  return z.string({ error: text }).check(z.trim(), z.minLength(1, { error: text }))
}

function schema(providers: readonly string[]) {
  const known = `one of the systems Rollcall knows: ${providers.map(id => `“${id}”`).join(', ')}`
  const idWords = 'letters, digits and hyphens (it is part of the address)'
  const connection = z.object(
    {
      id: z.string({ error: idWords }).check(
        z.regex(/^[a-zA-Z0-9][a-zA-Z0-9-]*$/, { error: idWords }),
        z.refine(id => !reserved.includes(id.toLowerCase()), {
          error: `another word: ${reserved.map(word => `“${word}”`).join(', ')} are paths of Rollcall itself`,
        }),
      ),
      provider: z
        .string({ error: known })
        .check(z.refine(id => providers.includes(id), { error: known })),
      name: words('the name to show for this connection, such as “Acme”'),
      apiUrl: z.pipe(
        url,
        z.transform(address => address.replace(/\/+$/, '')),
      ),
      oauth: z._default(
        z.object(
          {
            clientId: z.optional(words('the client id that the system gave Rollcall')),
            authorizeUrl: z.optional(url),
            tokenUrl: z.optional(url),
            registrationUrl: z.optional(url),
          },
          {
            error:
              'an object with clientId, authorizeUrl, tokenUrl, registrationUrl; each may be left out',
          },
        ),
        {},
      ),
    },
    { error: 'an object with id, provider, name and apiUrl' },
  )
  return z.object(
    {
      sandbox: z._default(z.boolean({ error: 'true or false' }), false),
      connections: z
        .array(connection, { error: 'a list with one object per connection' })
        .check(z.minLength(1, { error: 'a list with at least one connection' }))
        .check(eachIdUsable),
    },
    { error: 'an object with “connections”' },
  )
}

/** One connection's alone, and no beginning of a forwarded path: a page below it could not be reloaded or sent. */
function eachIdUsable(checked: z.core.ParsePayload<Connection[]>) {
  const forwarded = checked.value.flatMap(({ apiUrl, oauth }) =>
    [apiUrl, oauth.tokenUrl, oauth.registrationUrl].map(
      url => url?.startsWith('/') && url.split('/')[1],
    ),
  )
  checked.value.forEach(({ id }, index, all) => {
    const first = all.findIndex(other => other.id === id)
    const message =
      first !== index
        ? `an id of its own: connections[${first}] has it already`
        : `another word: what is below “/${id}” is forwarded to an API`
    if (first === index && !forwarded.includes(id)) return
    checked.issues.push({ code: 'custom', input: checked.value, path: [index, 'id'], message })
  })
}

/** Exported for its tests: what `/config.json` may name as an address. */
export function isApiUrl(address: string): boolean {
  if (/^\/(?![/\\])/.test(address)) return URL.canParse(address, 'https://page.example')
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(address)
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  )
}

export function parseConfig(text: string, providers: readonly string[]): ConfigRead {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return {
      problems: [
        {
          field: undefined,
          is: /^\s*</.test(text) ? 'a page of HTML' : text.trim() === '' ? 'empty' : 'not JSON',
          shouldBe: 'a JSON object',
        },
      ],
    }
  }
  const parsed = schema(providers).safeParse(json)
  if (parsed.success) return { config: parsed.data }
  const [first, ...rest] = parsed.error.issues.map(issue => ({
    field: issue.path.length === 0 ? undefined : z.core.toDotPath(issue.path),
    is: shown(issue.path.reduce<unknown>(inside, json)),
    shouldBe: issue.message,
  }))
  if (first === undefined) throw new Error('A failed parse names no issue')
  return { problems: [first, ...rest] }
}

function inside(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** `/config.json`, read when the page starts: one build serves every workspace. */
export async function readConfig(
  providers: readonly string[],
  fetch: (url: string) => Promise<Response>,
): Promise<ConfigRead> {
  const missing = (is: string): ConfigRead => ({
    problems: [{ field: undefined, is, shouldBe: 'served next to this page as /config.json' }],
  })
  try {
    const response = await fetch('/config.json')
    if (!response.ok) return missing(`not there (the server answered ${response.status})`)
    return parseConfig(await response.text(), providers)
  } catch {
    return missing('out of reach (the server did not answer)')
  }
}
