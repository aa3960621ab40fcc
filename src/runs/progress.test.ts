import { describe, expect, it } from 'vitest'
import { fakeProvider } from './fakeProvider'
import { progressOf, speedOf } from './progress'
import type { Run } from './run'
import { unsettledItem } from './runRecord'
import { progressWords } from './runWords'

const provider = fakeProvider()
const acme = { id: 'acme', name: 'Acme', provider }
const tower = { id: 'tower', name: 'Tower', provider }
const user = (id: string) => ({ id, name: id, email: undefined, status: 'active' as const })
const planned = (connection: string, id: string) => ({
  connection,
  user: { ...user(id), isAdmin: false, kind: 'person' as const },
  forecast: null,
  settled: undefined,
})

/** Four in each; when those of them were settled, in seconds. */
function runWith(times: {
  readonly acme: readonly number[]
  readonly tower: readonly number[]
}): Run {
  const items = [acme, tower].flatMap(({ id }) =>
    [0, 1, 2, 3].map(index => planned(id, `${id}-${index}`)),
  )
  return {
    record: {
      id: 'run',
      action: 'deactivate',
      reason: null,
      operator: {},
      connections: {},
      startedAt: '2026-11-20T14:07:06.000Z',
      items,
    },
    connections: [acme, tower],
    steps: items.map((item, index) =>
      index % 4 < (index < 4 ? times.acme : times.tower).length
        ? { at: 'settled', item: { ...unsettledItem(item), verdict: 'done' } }
        : { at: 'underWay' },
    ),
    does: 'act',
    state: 'going',
    endedAt: undefined,
    notKept: undefined,
    held: undefined,
    lately: [
      ...times.acme.map(at => ({ connection: 'acme', at: at * 1_000 })),
      ...times.tower.map(at => ({ connection: 'tower', at: at * 1_000 })),
    ].sort((one, other) => one.at - other.at),
  }
}

describe('how long a run over two connections takes', () => {
  it('is as long as the slower of them', () => {
    const run = runWith({ acme: [1, 2, 3], tower: [1, 3] })
    expect(speedOf(run, 3_000)).toMatchObject({ timeLeft: 4_000, silent: [] })
    expect(progressWords(run, 3_000)).toBe('5 of 8 · 2.0 a second · 4 s left')
  })

  it('is not known while one of them has not begun to tell, however fast the other was', () => {
    const run = runWith({ acme: [1, 2, 3, 4], tower: [] })
    expect(speedOf(run, 4_000)).toMatchObject({ timeLeft: undefined, silent: [] })
    expect(progressWords(run, 4_000)).toBe('4 of 8 · 1.0 a second')
  })

  it('is not known once one of them says nothing any more, and who is waited for is named', () => {
    const run = runWith({ acme: [1, 2, 3, 4], tower: [1, 2] })
    expect(progressWords(run, 60_000)).toBe('6 of 8 · waiting for Tower')
    const untold = runWith({ acme: [1, 2, 3, 4], tower: [] })
    expect(progressWords(untold, 60_000)).toBe('4 of 8 · waiting for Tower')
    expect(progressWords({ ...untold, state: 'paused' }, 60_000)).toBe('4 of 8 · paused')
    // Its own notice says until when.
    expect(progressWords({ ...untold, held: { by: tower, until: 70_000 } }, 60_000)).toBe('4 of 8')
  })

  it('can be asked for one of them', () => {
    const run = runWith({ acme: [1, 2, 3, 4], tower: [1] })
    expect(progressOf(run)).toEqual({ total: 8, settled: 5 })
    expect(progressOf(run, ['tower'])).toEqual({ total: 4, settled: 1 })
  })
})
