import { describe, expect, it } from 'vitest'
import type { Changes } from '../directory/changes'
import { changeWords, kindWords, loadedWords } from './tally'

const at = new Date(2026, 10, 20, 14, 2).getTime()
const said = (...of: Parameters<typeof loadedWords>) => {
  const { strong, rest } = loadedWords(...of)
  return strong + rest
}

describe('what is loaded', () => {
  it.each([
    [
      { state: 'loading', count: 2000, total: undefined, loadedAt: undefined },
      undefined,
      '2,000 users so far, reading on',
    ],
    [
      { state: 'loading', count: 2000, total: 2340, loadedAt: undefined },
      undefined,
      '2,000 of 2,340 users so far, reading on',
    ],
    [
      { state: 'loading', count: 2000, total: undefined, loadedAt: undefined },
      41,
      '41 of 2,000 users so far match, reading on',
    ],
    [
      { state: 'complete', count: 2340, total: undefined, loadedAt: at },
      undefined,
      '2,340 users, 14:02',
    ],
    [
      { state: 'complete', count: 2340, total: 2340, loadedAt: at },
      41,
      '41 of 2,340 users match · all loaded, 14:02',
    ],
    [{ state: 'complete', count: 1, total: undefined, loadedAt: at }, undefined, '1 user, 14:02'],
    [
      { state: 'partial', count: 2000, total: undefined, loadedAt: at },
      undefined,
      '2,000 users, not all of them, 14:02',
    ],
    [
      { state: 'partial', count: 2000, total: 2340, loadedAt: at },
      3,
      '3 of 2,000 users match · not all loaded, 14:02',
    ],
  ] as const)('%j, matching %s: %s', (loaded, matching, words) => {
    expect(said(loaded, matching)).toBe(words)
  })

  it('is not called everybody where the system leaves out whom the operator may not see', () => {
    const everybody = { state: 'unknown', reason: 'They are left out.' } as const
    const loaded = { state: 'complete', count: 300, total: 300, loadedAt: at } as const
    const narrowed = { ...loaded, parts: { everybody } }
    expect(said(narrowed, undefined)).toBe('300 users that you may see, 14:02')
    expect(said(narrowed, 2)).toBe('2 of 300 users match · all that you may see, 14:02')
  })
})

describe('who they are', () => {
  const counts = { person: 2316, external: 12, apiUser: 9, agent: 3 }
  const kinds = ['person', 'apiUser', 'external', 'agent'] as const

  it('API users are not counted as people', () => {
    expect(kindWords(counts, kinds, { state: 'known' })).toBe(
      '2,316 people · 12 external · 9 API users · 3 agents',
    )
  })

  it('while it is not known who is an API user, nobody is called a person', () => {
    const some = { ...counts, apiUser: 0 }
    expect(kindWords(some, kinds, { state: 'unknown', reason: 'no right' })).toBe(
      '2,316 people or API users · 12 external · 3 agents',
    )
  })

  it('says nothing where there is one kind only', () => {
    expect(kindWords(counts, ['person'], undefined)).toBe('')
  })
})

describe('what a refresh changed', () => {
  const changes: Changes = { since: at, added: [], found: 0, removed: [], changed: new Map() }

  it('counts what changed, or says that nothing did', () => {
    expect(changeWords(changes)).toBe('nothing changed')
    expect(
      changeWords({
        ...changes,
        added: ['a'],
        changed: new Map([
          ['b', []],
          ['c', []],
          ['d', []],
        ]),
      }),
    ).toBe('3 changed, 1 new')
  })

  it('calls nobody new who may only have been missing, and does not keep quiet about them', () => {
    expect(changeWords({ ...changes, found: 500 })).toBe('500 that had been missing')
  })
})
