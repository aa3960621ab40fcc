import { ConnectionCut } from '../connection-cut'
import type { Fault, Subject } from '../faults'
import type { World } from '../world'
import { gatewayPage, json } from './answer'
import { envelope } from './envelope'
import { wordsOf } from './errors'
import { changeBySomebodyElse } from './somebody-else'
import { isRead, isWrite } from './specials'
import type { Tenant } from './tenant'

type Asking = { readonly world: World; readonly tenant: Tenant }
/** Does the work, in this tenant. */
type Work = (tenant: Tenant) => Promise<Response>

/** Notes what is asked about whom, and makes go wrong what is due to go wrong: of the switch first, then of the people. */
export async function withMishaps(
  { world, tenant }: Asking,
  subjects: readonly Subject[],
  work: Work,
): Promise<Response> {
  const due = subjects.map(subject => ({ subject, fault: faultFor(world, tenant, subject) }))
  const { fault, subject } = due.find(one => one.fault !== undefined) ?? {}
  const isTurnedAway = fault?.kind === 'status' && fault.status === 429
  for (const one of subjects) note(tenant, one, isTurnedAway)
  if (!fault) return work(tenant)
  return happen({ world, tenant }, fault, subject?.userId, work)
}

function faultFor(world: World, tenant: Tenant, subject: Subject): Fault | undefined {
  const user = subject.userId === undefined ? undefined : tenant.user(subject.userId)
  return (
    tenant.workspace.faults.take(subject) ??
    tenant.specials.take(subject, user?.special, world.now())
  )
}

async function happen(
  { world, tenant }: Asking,
  fault: Fault,
  userId: string | undefined,
  work: Work,
): Promise<Response> {
  switch (fault.kind) {
    case 'status':
      if (fault.processed) await work(tenant)
      return answered(fault.body ?? bodyOf(fault), fault.status ?? 500, fault.headers)
    case 'html':
      if (fault.processed) await work(tenant)
      return gatewayPage(fault.status ?? 200, fault.headers)
    case 'nonsense':
      await work(tenant)
      return answered(
        fault.body ?? { unexpected: [true, null] },
        fault.status ?? 200,
        fault.headers,
      )
    case 'cut':
      throw new ConnectionCut('fetch failed')
    case 'lost':
      await work(tenant)
      throw new ConnectionCut('fetch failed')
    case 'lie':
      return work(tenant.shadow())
    case 'slow':
      await hold({ world, tenant }, fault)
      return work(tenant)
    case 'late': {
      const answer = await work(tenant)
      await hold({ world, tenant }, fault)
      return answer
    }
    case 'change':
      if (userId !== undefined) changeBySomebodyElse(world, tenant, userId, fault.body)
      return work(tenant)
  }
}

const hold = ({ world, tenant }: Asking, { delayMs = 1000 }: Fault) =>
  tenant.workspace.faults.hold(world.wait(delayMs))

function bodyOf({ status = 500 }: Fault) {
  const words = wordsOf(status)
  return envelope(words.class, words.message)
}

function answered(body: unknown, status: number, headers: Fault['headers']): Response {
  if (status === 204 || status === 304)
    return new Response(null, { status, headers: { ...headers } })
  return json(body, status, headers)
}

function note(tenant: Tenant, subject: Subject, isTurnedAway: boolean): void {
  if (subject.userId === undefined) return
  const log = tenant.log(subject.userId)
  if (isTurnedAway) {
    log.turnedAway += 1
  } else if (isRead(subject)) {
    log.reads += 1
    log.entries.push('read')
  } else if (isWrite(subject)) {
    log.writes += 1
    log.entries.push(`write:${subject.operation ?? 'update'}`)
  }
}
