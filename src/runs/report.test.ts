import { expect, it } from 'vitest'
import type { FigureLabel } from '../providers/provider'
import type { ReceiptItem } from './receipt'
import { reportOf, reportsOf } from './report'

const labels: readonly FigureLabel[] = [
  { key: 'openTasks', label: 'Open tasks assigned', short: 'Open tasks', when: 'before' },
  { key: 'privateProjects', label: 'Private, seen', short: 'Private', when: 'before' },
  { key: 'handedOver', label: 'Given a new manager', short: 'Reassigned', when: 'after' },
  {
    key: 'deleted',
    label: 'Deleted',
    short: 'Deleted',
    when: 'after',
    forecastKey: 'privateProjects',
  },
]

function user(changes: Partial<ReceiptItem>): ReceiptItem {
  return {
    connection: 'acme',
    userId: 'u',
    name: 'Olga Owner',
    email: null,
    before: 'active',
    after: null,
    verdict: 'done',
    verifiedAt: null,
    forecast: null,
    summary: null,
    reason: null,
    failure: null,
    ...changes,
  }
}

const figuresOf = (...items: readonly ReceiptItem[]) =>
  reportOf(items, labels).map(({ key, forecast, reported }) => ({ key, forecast, reported }))

it('puts the forecast next to what was reported of the same thing', () => {
  const one = user({
    forecast: { openTasks: 4, privateProjects: 2 },
    summary: { deleted: 3, handedOver: 0 },
  })
  const other = user({
    forecast: { openTasks: 8, privateProjects: 1 },
    summary: { deleted: 0, handedOver: 5 },
  })
  expect(figuresOf(one, other)).toEqual([
    { key: 'handedOver', forecast: { state: 'none' }, reported: { value: 5, users: 1, lost: 0 } },
    {
      key: 'deleted',
      forecast: { state: 'known', value: 3 },
      reported: { value: 3, users: 1, lost: 0 },
    },
    { key: 'openTasks', forecast: { state: 'known', value: 12 }, reported: undefined },
  ])
})

it('never takes a report that was lost for a report of nothing', () => {
  const [row] = figuresOf(
    user({ summary: { deleted: 2 } }),
    user({ summary: null }),
    user({ verdict: 'unknown' }),
    // Nothing was done by this run to these, so nothing was lost.
    user({ verdict: 'failed' }),
    user({ verdict: 'already' }),
  )
  expect(row?.reported).toEqual({ value: 2, users: 1, lost: 2 })
})

it('says at least where some is not known, and nothing where all is not known', () => {
  const rows = figuresOf(
    user({ forecast: { openTasks: 4, privateProjects: null } }),
    user({ forecast: { openTasks: null, privateProjects: null } }),
  )
  expect(rows.map(row => row.forecast)).toEqual([
    { state: 'atLeast', value: 4 },
    { state: 'notKnown' },
  ])
})

it('never turns a forecast that was not made for somebody into a complete one', () => {
  const [row] = figuresOf(user({ forecast: { openTasks: 4 } }), user({}))
  expect(row?.forecast).toEqual({ state: 'atLeast', value: 4 })
})

it('leaves out for whom nothing was done', () => {
  expect(
    figuresOf(
      user({ verdict: 'failed', forecast: { openTasks: 4 }, summary: { deleted: 0 } }),
      user({ verdict: 'already', forecast: { openTasks: 4 } }),
      user({ verdict: 'blocked', forecast: { openTasks: 4 } }),
      user({ verdict: 'skipped', summary: { deleted: 1 } }),
    ),
  ).toEqual([])
})

it('shows a figure nobody labelled by its key in words', () => {
  expect(reportOf([user({ summary: { timersStopped: 2 } })], labels)[0]?.label).toBe(
    'Timers stopped',
  )
})

it('tells of each connection by itself', () => {
  const connections = {
    acme: { name: 'Acme', provider: 'awork' },
    tower: { name: 'Tower', provider: 'fake' },
    idle: { name: 'Idle', provider: 'fake' },
  }
  const items = [
    user({ summary: { deleted: 2 } }),
    user({ connection: 'tower', forecast: { openTasks: 4 } }),
    user({ connection: 'idle', verdict: 'failed' }),
  ]
  const reports = reportsOf({ items, connections }, labels, id => id.toUpperCase())
  expect(reports.map(({ title, connection, rows }) => [title, connection, rows])).toEqual([
    ['What AWORK did', 'Acme', reportOf(items.slice(0, 1), labels)],
    ['What FAKE did', 'Tower', reportOf(items.slice(1, 2), labels)],
  ])
  const { acme } = connections
  const [only] = reportsOf({ items: items.slice(0, 1), connections: { acme } }, labels, id => id)
  expect(only).toMatchObject({ title: 'What awork did', connection: undefined })
})
