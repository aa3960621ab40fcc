import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Failure, FailureError, type FailureKind } from '../http/failure'
import { missingOf, never } from './awork/sandbox.test.stage'
import { readFurtherPages } from './pages'
import type { DirectoryUpdate } from './provider'

const pageSize = 1000

type Workspace = {
  readonly users: number
  readonly total?: number | undefined
  readonly fails?: ReadonlyMap<number, FailureKind>
}

/** Reads a made-up workspace from its second page on. */
async function readOn({ users, total, fails = new Map() }: Workspace) {
  const failing = (kind: FailureKind): Failure => ({ kind, method: 'GET', path: '/users' })
  const rowsOf = (page: number) => Math.max(0, Math.min(pageSize, users - (page - 1) * pageSize))
  const asked: number[] = []
  const given: number[] = []
  const updates: DirectoryUpdate[] = []
  const read = async (page: number) => {
    asked.push(page)
    const kind = fails.get(page)
    if (kind) throw new FailureError(failing(kind))
    return Array.from({ length: rowsOf(page) }, (_, n) => `${page}-${n}`)
  }
  await readFurtherPages(
    { size: pageSize, read, counted: { by: 'awork', path: '/users', field: 'aw-totalitems' } },
    { rows: rowsOf(1), total },
    never,
    page => given.push(page),
    update => updates.push(update),
  )
  return { asked, given, missing: missingOf(updates).map(({ what }) => what) }
}

const failingPages = (...pages: number[]) => new Map(pages.map(page => [page, 'server' as const]))

describe('reading further pages', () => {
  it('asks for nothing when the first page is short', async () => {
    expect(await readOn({ users: 999 })).toEqual({ asked: [], given: [], missing: [] })
  })

  it('ends at a short page, and soon after, where the total is not told', async () => {
    const { asked, given, missing } = await readOn({ users: 2340 })
    expect(given).toEqual([2, 3])
    expect(asked.length).toBeLessThanOrEqual(5)
    expect(missing).toEqual([])
  })

  it('asks for no page too many where the total is told', async () => {
    const { asked, missing } = await readOn({ users: 3000, total: 3000 })
    expect(asked).toEqual([2, 3])
    expect(missing).toEqual([])
  })

  it('reads on where somebody joined after the total was told', async () => {
    const { given, missing } = await readOn({ users: 3001, total: 2999 })
    expect(given).toEqual([2, 3, 4])
    expect(missing).toEqual([])
  })

  it('says how many it did not get of those that are counted', async () => {
    const { missing } = await readOn({ users: 1500, total: 2340 })
    expect(missing).toEqual(['840 of the 2,340 users that awork counts'])
  })

  it('names pages next to each other that failed once', async () => {
    const { missing } = await readOn({ users: 9500, fails: failingPages(3, 4, 7) })
    expect(missing).toEqual(['pages 3 to 4, users 2,001 to 4,000', 'page 7, users 6,001 to 7,000'])
  })

  it('says nothing of a failed page after the last one', async () => {
    const { missing } = await readOn({ users: 1500, fails: failingPages(4) })
    expect(missing).toEqual([])
  })

  it('stops asking an API that is down', async () => {
    const all = Array.from({ length: 100 }, (_, n) => n + 2)
    const { asked, missing } = await readOn({ users: 100_000, fails: failingPages(...all) })
    expect(asked.length).toBeLessThan(9)
    expect(missing).toEqual(['everything from page 2 on, users 1,001 and following'])
  })

  it('stops at once where trying on is pointless', async () => {
    const fails = new Map([[3, 'expired' as const]])
    const { asked, missing } = await readOn({ users: 50_000, total: 50_000, fails })
    expect(asked.length).toBeLessThan(9)
    expect(missing.length).toBeGreaterThan(0)
  })

  it('never loses a page without saying so', async () => {
    const workspaces = fc.record({
      users: fc.nat(9_000),
      isTold: fc.boolean(),
      failing: fc.uniqueArray(fc.integer({ min: 2, max: 10 }), { maxLength: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(workspaces, async ({ users, isTold, failing }) => {
        const total = isTold ? users : undefined
        const { given, missing } = await readOn({ users, total, fails: failingPages(...failing) })
        const pages = Math.ceil(users / pageSize)
        const isWhole = Array.from({ length: pages - 1 }, (_, n) => n + 2).every(page =>
          given.includes(page),
        )
        expect(missing.length > 0 || isWhole).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
