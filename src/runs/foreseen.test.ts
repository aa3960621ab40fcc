import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Figure, FigureLabel } from '../providers/provider'
import { hurryTime } from '../providers/testing/time.test.stage'
import type { Settled } from './facts'
import { fakeClock } from './fakeClock'
import { perform } from './perform'
import { figuresOf } from './run'
import { type Scene, systems } from './systems.test.stage'
import { worseThanForeseen } from './verdict'

const labels: readonly FigureLabel[] = [
  {
    key: 'openTasks',
    label: 'Open tasks assigned',
    short: 'Open tasks',
    counted: ['open task', 'open tasks'],
    when: 'before',
  },
  { key: 'led', label: 'Projects led', short: 'Led', when: 'before', growsInRun: true },
  { key: 'reports', label: 'Direct reports', short: 'Reports', when: 'before' },
]
const known = (value: number): Figure => ({ known: true, value })
const notKnown: Figure = { known: false, reason: 'Cannot be read.' }
const foreseen = (figures: Readonly<Record<string, number | null>>) => ({
  figures,
  order: new Map<string, number>(),
})

describe('more than was foreseen', () => {
  it('is named, with what was foreseen', () => {
    const now = { openTasks: known(13), reports: known(1), led: known(0) }
    expect(worseThanForeseen(foreseen({ openTasks: 12, reports: 0, led: 0 }), now, labels)).toBe(
      'Changed in between: 13 open tasks (12 foreseen) and 1 direct reports (0 foreseen)',
    )
  })

  it('is what is known to have grown, and not by the run itself', () => {
    const figure = fc.option(fc.nat({ max: 3 }))
    const figures = fc.record({ openTasks: figure, led: figure, reports: figure })
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        const now = Object.fromEntries(
          Object.entries(after).map(([key, value]) => [
            key,
            value === null ? notKnown : known(value),
          ]),
        )
        const hasGrown = (['openTasks', 'reports'] as const).some(key => {
          const [was, is] = [before[key], after[key]]
          return was !== null && is !== null && is > was
        })
        expect(worseThanForeseen(foreseen(before), now, labels) !== undefined).toBe(hasGrown)
      }),
    )
  })
})

let time = { restore: () => {} }
beforeEach(() => {
  time = hurryTime()
})
afterEach(() => time.restore())

const never = new AbortController().signal

/** The operator reads the forecast and says yes; what `meanwhile` does comes in between. */
async function deactivate(
  { provider, id }: Scene,
  meanwhile: () => Promise<unknown>,
): Promise<Settled> {
  const user = await provider.user(id, never)
  if (!user || 'reason' in provider.forecast) throw new Error('expected a user and a forecast')
  const forecast = await provider.forecast.run(user, 'deactivate', never)
  await meanwhile()
  return perform(
    'deactivate',
    user,
    provider,
    {
      clock: fakeClock(),
      signal: never,
      clearance: async () => undefined,
      intend: async () => undefined,
      write: (now, send) => send(now, never),
      onSeen: () => undefined,
      onWait: () => undefined,
      alone: (_over, work) => work(),
    },
    { foreseen: { figures: figuresOf(forecast), order: new Map() } },
  )
}

const writesIn = ({ asked }: Scene) => asked.filter(call => !call.startsWith('GET')).length

describe.each(systems)('in $name', system => {
  it('whoever is given work in between is left alone', async () => {
    const scene = await system.scene('deactivate')
    await scene.fault({
      ...system.tasks,
      kind: 'status',
      status: 200,
      body: system.noTasks,
      times: 1,
    })
    expect(await deactivate(scene, async () => undefined)).toMatchObject({
      verdict: 'skipped',
      after: 'active',
      reason: expect.stringMatching(/^Changed in between: \d+ open tasks? \(0 foreseen\)$/),
    })
    expect(await scene.truth()).toBe('active')
    expect(writesIn(scene)).toBe(0)
  })

  it('whoever has as much as before goes', async () => {
    const scene = await system.scene('deactivate')
    expect(await deactivate(scene, async () => undefined)).toMatchObject({ verdict: 'done' })
    expect(await scene.truth()).toBe('deactivated')
  })

  it('whoever has less goes', async () => {
    const scene = await system.scene('deactivate')
    const settled = await deactivate(scene, () =>
      scene.fault({ ...system.tasks, kind: 'status', status: 200, body: system.noTasks }),
    )
    expect(settled).toMatchObject({ verdict: 'done' })
  })

  it.each([
    ['cut', { kind: 'cut' }],
    ['503', { kind: 'status', status: 503 }],
    ['a page', { kind: 'html' }],
    ['nonsense', { kind: 'nonsense' }],
    ['too late', { kind: 'late', delayMs: 45_000 }],
    ['limited', { kind: 'status', status: 429 }],
    ['not permitted', { kind: 'status', ...system.forbidden }],
  ])('a forecast that cannot be read again stops nobody: %s', async (_, fault) => {
    const scene = await system.scene('deactivate')
    const settled = await deactivate(scene, () => scene.fault({ ...system.tasks, ...fault }))
    expect(settled).toMatchObject({ verdict: 'done', after: 'deactivated' })
    expect(await scene.truth()).toBe('deactivated')
    expect(writesIn(scene)).toBe(1)
  })
})
