import { Hono } from 'hono'
import { aworkApi } from './awork/api'
import { control } from './control/control'
import { aboutPage } from './pages/about'
import { style } from './pages/style'
import { workfrontApi } from './workfront/api'
import { createWorld, type SandboxOptions } from './world'

export type Sandbox = { readonly fetch: (request: Request) => Promise<Response> }

/**
 * A fake of the systems Rollcall talks to, at their wire formats; `GET /sandbox` says what is real in it. A cut
 * connection is a rejected promise, as with the platform's own fetch.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const world = createWorld(options)
  const api = aworkApi(world)
  const app = new Hono()
  app.get('/sandbox', () => aboutPage())
  app.get('/sandbox/', c => c.redirect('/sandbox'))
  app.get('/sandbox/style.css', c =>
    c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }),
  )
  app.route('/sandbox/workspaces', control(world))
  app.route('/sandbox/awork/api/v1', api)
  app.route('/sandbox/:workspace/awork/api/v1', api)
  const workfront = workfrontApi(world)
  app.route('/sandbox/workfront', workfront)
  app.route('/sandbox/:workspace/workfront', workfront)
  app.notFound(c => c.json({ error: 'The sandbox has nothing there.' }, 404))
  app.onError(error => {
    throw error
  })
  return { fetch: async request => app.fetch(request) }
}
