import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const vite = join(root, 'node_modules/vite/bin/vite.js')

/** The app built into a folder of its own: `dist` may be somebody else's at the moment. */
export function build(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'))
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
    { cwd: root, stdio: 'inherit' },
  )
  if (status !== 0) throw new Error('The app cannot be built.')
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * Serves the built app with a sandbox of so many users, in a process of its own. Rate limits as awork documents them:
 * 50 requests a second, 1,000 a minute. No latency: what is measured is Rollcall, not the way to the API.
 */
export async function serve(folder: string, users: number) {
  const port = await freePort()
  const server = spawn(
    process.execPath,
    [vite, 'preview', '--outDir', folder, '--port', String(port), '--strictPort'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, SANDBOX_USERS: String(users) },
    },
  )
  process.once('exit', () => server.kill())
  const url = `http://localhost:${port}`
  await answering(url, server)
  return { url, stop: () => stopped(server) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const taken = createServer().listen(0, () => {
      const address = taken.address()
      taken.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(address),
      )
    })
  })
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && server.exitCode === null; tries += 1) {
    const answer = await fetch(`${url}/config.json`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  server.kill()
  throw new Error(`The preview server does not answer at ${url}.`)
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise(resolve => server.once('exit', resolve))
  server.kill()
  await ended
}
