import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Connect, Plugin, PreviewServer, ProxyOptions, ViteDevServer } from 'vite'
import { runnerImport } from 'vite'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicy } from './src/session/policy.ts'

const { env } = process

/**
 * What the sandbox has: two workspaces of awork, the second without a client id, so that signing in registers one first;
 * and a Workfront with mostly the same people as the first, at an origin of its own that no page of another may call.
 */
function sandboxConfig(workfront: string) {
  return {
    sandbox: true,
    connections: [
      {
        id: 'acme',
        provider: 'awork',
        name: 'Acme',
        apiUrl: '/sandbox/awork/api/v1',
        oauth: { clientId: 'rollcall' },
      },
      {
        id: 'nordwind',
        provider: 'awork',
        name: 'Nordwind',
        apiUrl: '/sandbox/nordwind/awork/api/v1',
      },
      {
        id: 'acme-workfront',
        provider: 'workfront',
        name: 'Acme Workfront',
        apiUrl: '/workfront/attask/api/v21.0',
        oauth: {
          clientId: 'rollcall',
          authorizeUrl: `${workfront}/integrations/oauth2/authorize`,
          tokenUrl: '/workfront/integrations/oauth2/api/v1/token',
        },
      },
    ],
  }
}

/** What `/config.json` answers: the file that `ROLLCALL_CONFIG` names, else the sandbox's. */
async function configText(): Promise<string> {
  const file = env['ROLLCALL_CONFIG']
  return file
    ? readFile(file, 'utf8')
    : JSON.stringify(sandboxConfig(await workfrontOrigin()), null, 2)
}

function answerJson(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(text)
}

async function serveConfig(response: ServerResponse): Promise<void> {
  try {
    answerJson(response, 200, await configText())
  } catch {
    const error = `ROLLCALL_CONFIG names ${env['ROLLCALL_CONFIG']}, and that file cannot be read.`
    answerJson(response, 404, JSON.stringify({ error }))
  }
}

/** The origins that the page has to call: those of the absolute addresses in the config. */
async function apiOrigins(): Promise<readonly string[]> {
  const origins = new Set<string>()
  try {
    JSON.parse(await configText(), (field, value) => {
      const isCalled = ['apiUrl', 'tokenUrl', 'registrationUrl'].includes(field)
      if (isCalled && URL.canParse(value)) origins.add(new URL(value).origin)
      return value
    })
  } catch {
    // A config that cannot be read calls nobody; the page itself says what is wrong with it.
  }
  return [...origins]
}

/** What a production server should send too. */
async function securityHeaders(): Promise<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(await apiOrigins()),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** Loaded as the app's own code is, and only when somebody asks for it: builds and unit tests do without. */
async function loadSandbox() {
  const { module } = await runnerImport<typeof import('./src/sandbox/node')>(
    fileURLToPath(new URL('src/sandbox/node.ts', import.meta.url)),
    { configFile: false, logLevel: 'warn' },
  )
  return module.sandboxListener({
    users: Number(env['SANDBOX_USERS'] ?? 2340),
    latencyMs: Number(env['SANDBOX_LATENCY'] ?? 0),
    rateLimits: env['SANDBOX_RATE'] !== 'off',
  })
}

let loading: ReturnType<typeof loadSandbox> | undefined

async function answerAsSandbox(request: IncomingMessage, response: ServerResponse) {
  loading ??= loadSandbox()
  const sandbox = await loading
  await sandbox(request, response)
}

let listening: Promise<string> | undefined

/** The origin of the sandbox's Workfront, which listens from now on for as long as this process lives. */
function workfrontOrigin(): Promise<string> {
  listening ??= new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      // As above: a connection that is cut is not to be tried again.
      response.shouldKeepAlive = false
      if (!pathOf(request).startsWith('/sandbox')) request.url = `/sandbox/workfront${request.url}`
      answerAsSandbox(request, response).catch(() => response.destroy())
    })
    server.on('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(`http://localhost:${address.port}`)
    })
    server.unref()
  })
  return listening
}

function rollcall(): Plugin {
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    // Browsers silently send a request again when a kept connection breaks: one that is cut would be two writes.
    response.shouldKeepAlive = false
    const path = pathOf(request)
    if (path === '/config.json') {
      serveConfig(response).catch(next)
    } else if (/^\/sandbox(\/|$)/.test(path)) {
      answerAsSandbox(request, response).catch(next)
    } else {
      next()
    }
  }

  const protect: Connect.NextHandleFunction = (_, response, next) => {
    securityHeaders()
      .then(headers => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        next()
      })
      .catch(next)
  }

  return {
    name: 'rollcall',
    config: async (_, { command }) => {
      // Its export map leads to its development build whatever is being built.
      if (command === 'build') return { resolve: { alias: productionRouter } }
      const proxy = await forwarded()
      return { server: { proxy }, preview: { proxy } }
    },
    configureServer(server) {
      server.middlewares.use(serve)
      announce(server)
    },
    configurePreviewServer(server) {
      server.middlewares.use(serve)
      server.middlewares.use(protect)
      announce(server)
    },
  }
}

const productionRouter = [
  {
    find: /^react-router$/,
    replacement: fileURLToPath(
      new URL('node_modules/react-router/dist/production/index.mjs', import.meta.url),
    ),
  },
]

function pathOf({ url = '/' }: IncomingMessage): string {
  return new URL(url, 'http://localhost').pathname
}

/** Says where Rollcall is and how to get in, after Vite has said its part. */
function announce(server: ViteDevServer | PreviewServer): void {
  const { printUrls } = server
  server.printUrls = () => {
    printUrls.call(server)
    const address = (server.resolvedUrls?.local[0] ?? '').replace(/\/$/, '')
    const file = env['ROLLCALL_CONFIG']
    server.config.logger.info(
      file
        ? `\n  Rollcall at ${address} with the connections of ${file}.\n`
        : `\n  Rollcall at ${address} with a sandbox of awork and Workfront: no account needed.\n` +
            '  Press “Sign in with awork” or “Sign in with Workfront”, choose who to be, press “Allow”;\n' +
            '  or use sandbox-admin-acme as token or API key.\n' +
            `  What the sandbox is, and who in it makes what go wrong: ${address}/sandbox\n`,
    )
  }
}

/** `ROLLCALL_PROXY="/awork=https://api.awork.com"`: what is below the path goes to that origin, without the path. */
function forwards(setting = ''): Record<string, ProxyOptions> {
  const pairs = setting.split(',').flatMap(pair => {
    const [, prefix, target] = /^\s*(\/[\w-]+)=(https?:\/\/\S+?)\/?\s*$/.exec(pair) ?? []
    if (pair.trim() !== '' && !target)
      throw new Error(`ROLLCALL_PROXY: “${pair}” is not “/path=https://host”.`)
    return prefix && target ? [[prefix, target] as const] : []
  })
  return Object.fromEntries(
    pairs.map(([prefix, target]) => [
      `^${prefix}/`,
      {
        target,
        changeOrigin: true,
        rewrite: path => path.slice(prefix.length),
        // The upstream sees no page of ours, and no cookies of other programs on this host.
        configure: proxy => {
          proxy.on('proxyReq', outgoing => {
            for (const header of ['origin', 'referer', 'cookie']) outgoing.removeHeader(header)
          })
        },
      },
    ]),
  )
}

/** The sandbox's Workfront is reached the way a real one is: through a path of the page's own origin. */
async function forwarded() {
  const isSandbox = env['ROLLCALL_CONFIG'] === undefined && env['VITEST'] === undefined
  const ours = isSandbox ? forwards(`/workfront=${await workfrontOrigin()}`) : {}
  return { ...ours, ...forwards(env['ROLLCALL_PROXY']) }
}

export default defineConfig({
  plugins: [react(), tailwind(), rollcall()],
  server: { host: 'localhost', port: 5173, cors: false },
  preview: { host: 'localhost', port: 4173, cors: false },
  build: {
    // A data: address would be against the policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    // Every browser that knows light-dark() knows modulepreload.
    modulePreload: { polyfill: false },
    // Small files compress badly, so what is needed together is one file: what every page needs; what the first user row
    // needs besides (but for two modules that the sign-in page shares with it, which would have to fetch it all); then
    // the sign-in page, all of runs, what pages are made of, the list of users, what signing in needs now and then, and
    // all pages with what is done from the list. The higher priority chooses first.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'initial', tags: ['$initial'], priority: 9 },
            {
              name: 'shared',
              test: /session\/OperatorLine\.tsx$|triangle-exclamation-point\.mjs$/,
              priority: 8,
            },
            {
              name: 'first-rows',
              test: /src\/(AppFrame\.tsx|users\/UsersPage\.tsx|providers\/awork\/awork\.ts)$/,
              priority: 7,
            },
            { name: 'sign-in', test: /src\/session\/SignInPage\.tsx$/, priority: 6 },
            { name: 'runs', test: /src\/runs\//, priority: 5 },
            { name: 'widgets', test: /src\/(ui|frame)\/|lucide-react/, priority: 4 },
            { name: 'list', test: /src\/users\/UsersScreen\.tsx$/, priority: 3 },
            {
              name: 'session-later',
              test: /src\/session\/(SetupPage|CallbackPage|ConfigProblemPage|ReauthenticateDialog|AnswerWindowPage|UnknownConnectionPage|ProblemDetails|Sample)\.tsx$/,
              priority: 2,
            },
            {
              name: 'pages',
              test: /src\/(users|directory|commands|leavers|receipts|user|api-users)\//,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    // They begin sooner than processes.
    pool: 'threads',
    // Vitest leaves one core to the watcher that does not run here.
    maxWorkers: '100%',
    // How fast the machine is, is not what is tested: a property over thousands of cases may take its time on a busy one.
    testTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}', 'e2e/checks/**/*.test.ts'],
  },
})
