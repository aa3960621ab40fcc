import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FailureError } from '../http/failure'
import type { Action } from '../providers/provider'
import { hurryTime } from '../providers/testing/time.test.stage'
import { faultKinds } from '../sandbox/faults'
import type { Settled } from './facts'
import { fakeClock } from './fakeClock'
import { targetsOf } from './guards'
import { perform } from './perform'
import type { Verdict } from './receipt'
import { type Scene, type System, systems } from './systems.test.stage'

/*
 * Every way the sandbox knows to fail × every step of `perform` × every action × every system. Each verdict is compared
 * with what is so behind the API, and each write is counted.
 */

let time = { restore: () => {} }
beforeEach(() => {
  time = hurryTime()
})
afterEach(() => time.restore())

type Fault = { readonly kind: (typeof faultKinds)[number]; readonly [more: string]: unknown }
type Expected = { readonly verdict: Verdict; readonly writes: number }
const done: Expected = { verdict: 'done', writes: 1 }
const failed: Expected = { verdict: 'failed', writes: 1 }
const nothing: Expected = { verdict: 'failed', writes: 0 }
const unknown: Expected = { verdict: 'unknown', writes: 1 }

type Case<Outcome> = readonly [name: string, fault: Fault, outcome: Outcome]

/** What goes wrong with the write, and what comes of it. `writes` counts the requests sent. */
const writeFaults = (system: System): readonly Case<Expected>[] => [
  [
    'is refused',
    { kind: 'status', status: 400, body: system.problem('invalid-operation') },
    failed,
  ],
  ['is not permitted', { kind: 'status', ...system.forbidden }, failed],
  ['is blocked at the edge', { kind: 'html', status: 403 }, failed],
  ['finds nobody', { kind: 'status', status: 404, body: system.problem('not-found') }, failed],
  ['is limited once', { kind: 'status', status: 429, times: 1 }, { ...done, writes: 2 }],
  ['is always limited', { kind: 'status', status: 429 }, { ...failed, writes: 4 }],
  ['ends in a 500', { kind: 'status', status: 500 }, failed],
  ['works and ends in a 500', { kind: 'status', status: 500, processed: true }, done],
  ['is answered by a gateway’s page', { kind: 'html', status: 502 }, failed],
  ['works and is answered with a page', { kind: 'html', processed: true }, done],
  ['works and is answered with nonsense', { kind: 'nonsense' }, done],
  ['is cut off before', { kind: 'cut' }, failed],
  ['works and its answer is lost', { kind: 'lost' }, done],
  ['works and its answer is too late', { kind: 'late', delayMs: 45_000 }, done],
  ['is slow', { kind: 'slow', delayMs: 8_000 }, done],
  ['is a lie', { kind: 'lie' }, failed],
  ['comes after somebody else’s change of the name', { kind: 'change', body: {} }, done],
]

/** What goes wrong with reading, before the write or after it; a read is tried again inside. */
const readFaults = (system: System): readonly Case<'passes' | 'stays'>[] => [
  ['once 503', { kind: 'status', status: 503, times: 1 }, 'passes'],
  ['once cut', { kind: 'cut', times: 1 }, 'passes'],
  ['once limited', { kind: 'status', status: 429, times: 1 }, 'passes'],
  ['once lost', { kind: 'lost', times: 1 }, 'passes'],
  ['once too late', { kind: 'late', delayMs: 45_000, times: 1 }, 'passes'],
  ['slow', { kind: 'slow', delayMs: 8_000 }, 'passes'],
  ['the truth, though nothing was done for it', { kind: 'lie' }, 'passes'],
  ['of somebody renamed meanwhile', { kind: 'change', body: { lastName: 'New' } }, 'passes'],
  ['always 503', { kind: 'status', status: 503 }, 'stays'],
  ['always cut', { kind: 'cut' }, 'stays'],
  ['always lost', { kind: 'lost' }, 'stays'],
  ['always too late', { kind: 'late', delayMs: 45_000 }, 'stays'],
  ['always limited', { kind: 'status', status: 429 }, 'stays'],
  ['always nonsense', { kind: 'nonsense' }, 'stays'],
  ['always a page', { kind: 'html' }, 'stays'],
  ['always blocked at the edge', { kind: 'html', status: 403 }, 'stays'],
  ['always refused', { kind: 'status', ...system.forbidden }, 'stays'],
]

async function run(
  action: Action,
  { provider, id }: Pick<Scene, 'provider' | 'id'>,
): Promise<Settled> {
  const planned = await provider.user(id, new AbortController().signal)
  if (!planned) throw new Error(`${id} is not there`)
  return perform(action, planned, provider, {
    clock: fakeClock(),
    signal: new AbortController().signal,
    clearance: async () => undefined,
    intend: async () => undefined,
    write: (user, send) => send(user, new AbortController().signal),
    onSeen: () => undefined,
    onWait: () => undefined,
    alone: (_over, work) => work(),
  })
}

/** Whatever was sent about the user, as letters: "RWR". */
const sent = ({ asked, id }: Scene) =>
  asked
    .filter(call => call.split('?')[0]?.includes(id))
    .map(call => (call.startsWith('GET') ? 'R' : 'W'))
    .join('')
const writesIn = (scene: Scene) => sent(scene).replaceAll('R', '').length

/** The verdict says what is so, or that it is not known; and nobody was written to twice without a look between. */
async function expectTruth(action: Action, settled: Settled, scene: Scene) {
  const truth = await scene.truth()
  const targets = targetsOf(scene.provider.rules[action])
  switch (settled.verdict) {
    case 'done':
    case 'already':
      expect(settled.after).toBe(truth)
      expect(targets).toContain(truth)
      break
    case 'failed':
    case 'skipped':
    case 'blocked':
      expect(targets).not.toContain(truth)
      if (settled.after !== undefined) expect(settled.after).toBe(truth)
      break
    case 'unknown':
      expect(settled.after).toBeUndefined()
      break
  }
  expect(sent(scene)).not.toContain('WW')
}

const everywhere = systems.flatMap(system =>
  system.actions.map(action => ({ system, action, name: `${system.name}: ${action}` })),
)

describe.each(everywhere)('$name', ({ system, action }) => {
  const write = system.write(action)
  const onWrite = (scene: Scene, fault: object) =>
    scene.fault({ ...fault, ...write, userId: scene.id })
  /** The first read is the operator's, the second the run's before the write, the third the one after it. */
  const onRead = (scene: Scene, fault: object, which: 'before' | 'after') =>
    scene.fault({
      ...fault,
      ...system.read,
      userId: scene.id,
      skip: which === 'before' ? 1 : 2,
    })

  it('is done, verified by a read', async () => {
    const scene = await system.scene(action)
    const settled = await run(action, scene)
    expect(settled.verdict).toBe('done')
    await expectTruth(action, settled, scene)
    expect(sent(scene)).toBe('RRWR')
  })

  it.each(writeFaults(system))('when the write %s', async (_, fault, expected) => {
    const scene = await system.scene(action)
    await onWrite(scene, fault)
    const settled = await run(action, scene)
    expect({ verdict: settled.verdict, writes: writesIn(scene) }).toEqual(expected)
    await expectTruth(action, settled, scene)
  })

  it.each(readFaults(system))('when reading before the write is %s', async (_, fault, lasts) => {
    const scene = await system.scene(action)
    await onRead(scene, fault, 'before')
    const settled = await run(action, scene)
    expect({ verdict: settled.verdict, writes: writesIn(scene) }).toEqual(
      lasts === 'passes' ? done : nothing,
    )
    await expectTruth(action, settled, scene)
  })

  it.each(readFaults(system))('when reading after the write is %s', async (_, fault, lasts) => {
    const scene = await system.scene(action)
    await onRead(scene, fault, 'after')
    const settled = await run(action, scene)
    expect({ verdict: settled.verdict, writes: writesIn(scene) }).toEqual(
      lasts === 'passes' ? done : unknown,
    )
    await expectTruth(action, settled, scene)
  })

  it('when the answer is lost and nobody can be read any more', async () => {
    const scene = await system.scene(action)
    await onWrite(scene, { kind: 'lost' })
    await onRead(scene, { kind: 'cut' }, 'after')
    const settled = await run(action, scene)
    expect(settled.verdict).toBe('unknown')
    await expectTruth(action, settled, scene)
  })

  it('whatever goes wrong at all three steps together', async () => {
    const reading = fc.option(fc.constantFrom(...readFaults(system)))
    const writing = fc.option(fc.constantFrom(...writeFaults(system)))
    await fc.assert(
      fc.asyncProperty(reading, writing, reading, async (before, during, after) => {
        const scene = await system.scene(action)
        if (before) await onRead(scene, before[1], 'before')
        if (during) await onWrite(scene, during[1])
        if (after) await onRead(scene, after[1], 'after')
        await expectTruth(action, await run(action, scene), scene)
      }),
      { numRuns: 40 },
    )
  })

  describe('when somebody else', () => {
    const changes = (['active', 'deactivated', 'archived', 'pendingApproval'] as const).flatMap(
      status => (['before', 'write', 'after'] as const).map(step => [status, step] as const),
    )
    it.each(changes)('makes them %s at the step: %s', async (status, step) => {
      const scene = await system.scene(action)
      if (!scene.provider.statuses.includes(status)) return
      const change = { kind: 'change', body: scene.become(status), times: 1 }
      if (step === 'write') await onWrite(scene, change)
      else await onRead(scene, change, step)
      await expectTruth(action, await run(action, scene), scene)
      expect(writesIn(scene)).toBeLessThanOrEqual(1)
    })
  })

  it('when the token has expired, and is renewed once', async () => {
    const scene = await system.scene(action)
    const renew = vi.fn(async () => 'sandbox-admin-acme')
    const provider = await scene.connect({ renew })
    await onWrite(scene, { kind: 'status', ...system.expired, times: 1 })
    const settled = await run(action, { ...scene, provider })
    expect(settled.verdict).toBe('done')
    expect(renew).toHaveBeenCalledOnce()
    expect(targetsOf(provider.rules[action])).toContain(await scene.truth())
  })

  it('when the session ends for good', async () => {
    const scene = await system.scene(action)
    const provider = await scene.connect({
      renew: () =>
        Promise.reject(new FailureError({ kind: 'expired', method: 'POST', path: '/token' })),
    })
    await onWrite(scene, { kind: 'status', ...system.expired })
    const settled = await run(action, { ...scene, provider })
    expect(settled).toMatchObject({ verdict: 'failed', failure: { kind: 'expired' } })
    await expectTruth(action, settled, scene)
    expect(writesIn(scene)).toBe(1)
  })
})

describe.each(systems)('the matrix of $name', system => {
  const kindsOf = (cases: readonly Case<unknown>[]) =>
    [...new Set(cases.map(([, { kind }]) => kind))].sort()

  it('has every way the sandbox knows to fail, at every step', () => {
    expect(kindsOf(writeFaults(system))).toEqual([...faultKinds].sort())
    expect(kindsOf(readFaults(system))).toEqual([...faultKinds].sort())
  })
})
