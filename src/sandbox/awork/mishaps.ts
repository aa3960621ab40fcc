import { createMiddleware } from 'hono/factory'
import { ConnectionCut } from '../connection-cut'
import { changeBySomebodyElse } from '../control/somebody-else'
import type { Fault, Subject } from '../faults'
import { isRead, isWrite } from '../special-switch'
import type { AworkContext, AworkEnv } from './env'

/** Notes what is asked about whom, and makes go wrong what is due to go wrong. */
export const mishaps = createMiddleware<AworkEnv>(async (c, next) => {
  const { workspace, world } = c.var
  const subject: Subject = {
    system: 'awork',
    method: c.req.method,
    path: c.var.path,
    query: new URL(c.req.url).searchParams,
    userId: subjectOf(c),
  }
  const fault = workspace.fault(subject, world.now())
  note(c, subject, fault?.kind === 'status' && fault.status === 429)
  if (fault) await happen(c, fault, subject, next)
  else await next()
})

async function happen(c: AworkContext, fault: Fault, subject: Subject, next: () => Promise<void>) {
  switch (fault.kind) {
    case 'status':
      if (fault.processed) await next()
      return replace(
        c,
        JSON.stringify(traced(c, fault.body ?? {})),
        fault.status ?? 500,
        'application/json',
        fault.headers,
      )
    case 'html':
      if (fault.processed) await next()
      return replace(c, page, fault.status ?? 200, 'text/html', fault.headers)
    case 'nonsense':
      await next()
      return replace(
        c,
        JSON.stringify(fault.body ?? { unexpected: [true, null] }),
        fault.status ?? 200,
        'application/json',
        fault.headers,
      )
    case 'cut':
      throw new ConnectionCut('fetch failed')
    case 'lost':
      await next()
      throw new ConnectionCut('fetch failed')
    case 'lie':
      c.set('workspace', c.var.workspace.shadow())
      return next()
    case 'slow':
      await hold(c, fault)
      return next()
    case 'late':
      await next()
      return hold(c, fault)
    case 'change':
      if (subject.userId !== undefined)
        changeBySomebodyElse(c.var.world, c.var.workspace, subject.userId, fault.body)
      return next()
  }
}

const hold = ({ var: { workspace, world } }: AworkContext, { delayMs = 1000 }: Fault) =>
  workspace.faults.hold(world.wait(delayMs))

/** The API's own errors carry the trace id of the request. */
function traced(c: AworkContext, body: unknown): unknown {
  const isError = typeof body === 'object' && body !== null && 'code' in body
  return isError ? { ...body, traceId: c.var.traceId } : body
}

const page = '<!doctype html><title>Not here</title><h1>Something stood in the way</h1>'

function replace(
  c: AworkContext,
  body: string,
  status: number,
  type: string,
  headers: Fault['headers'],
): void {
  c.res = undefined
  const empty = status === 204 || status === 304
  c.res = new Response(empty ? null : body, {
    status,
    headers: { ...(empty ? {} : { 'content-type': type }), ...headers },
  })
}

/** The user a request is about: in the path, or in the body of `/roles/moveuser` and its kind. */
function subjectOf(c: AworkContext): string | undefined {
  const [, inPath] = /^\/users\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/i.exec(c.var.path) ?? []
  if (inPath) return inPath.toLowerCase()
  const { body } = c.var
  if (!c.var.path.startsWith('/roles/') || typeof body !== 'object' || body === null)
    return undefined
  return 'userId' in body && typeof body.userId === 'string' ? body.userId : undefined
}

function note(c: AworkContext, subject: Subject, turnedAway: boolean): void {
  if (subject.userId === undefined) return
  const log = c.var.workspace.log(subject.userId)
  if (turnedAway) {
    log.turnedAway += 1
  } else if (isRead(subject)) {
    log.reads += 1
    log.entries.push('read')
  } else if (isWrite(subject)) {
    log.writes += 1
    log.entries.push(`write:${operationOf(subject)}`)
  }
}

/** `deactivate` for `POST /users/{id}/deactivate`, `update` and `delete` for the user itself. */
function operationOf({ method, path }: Subject): string {
  const [, collection, id, operation] = path.split('/')
  if (collection === 'roles') return operation ?? id ?? collection
  return operation ?? (method === 'PUT' ? 'update' : method.toLowerCase())
}
