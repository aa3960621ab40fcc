import { describe, expect, it, vi } from 'vitest'
import { FailureError } from '../http/failure'
import type { Action, Figure, Provider, User } from '../providers/provider'
import type { Subject } from './actionDialog'
import { confirmationFor, isConfirmed } from './confirmation'
import { consequencesFor } from './consequences'
import { fakeProvider, fakeRules, fakeUser } from './fakeProvider'
import { type Preparation, type Prepared, prepare } from './preparation'
import { previewOf } from './preview'
import { totalsInWords, totalsOf, worstFirst } from './totals'

const olga = fakeUser({ id: 'olga', name: 'Olga Owner', isAdmin: true, readAt: 1_000 })
const henrik = fakeUser({ id: 'henrik', name: 'Henrik Dahl', isAdmin: true, readAt: 1_000 })
const amara = fakeUser({ id: 'amara', name: 'Amara Okafor', role: 'User', readAt: 1_000 })

const known = (value: number): Figure => ({ known: true, value })
const failure = { kind: 'server', method: 'GET', path: '/users/x' } as const
const unreadable = () => Promise.reject(new FailureError(failure))

function provider(users: readonly User[], values: Partial<Provider> = {}): Provider {
  return fakeProvider({
    user: async id => users.find(user => user.id === id),
    admins: { run: async () => [olga, henrik] },
    forecast: { run: async () => ({ openTasks: known(3) }) },
    ...values,
  })
}

function preparing(of: Provider, users: readonly Subject[], action: Action = 'deactivate') {
  const onSeen = vi.fn()
  const preparation = prepare({
    action,
    provider: of,
    users,
    listAdmins: { known: false, reason: 'Not in this test' },
    onSeen,
    now: () => 5_000,
  })
  return { preparation, onSeen }
}

/** Reads all there is to read. */
function read(preparation: Preparation): Promise<Prepared> {
  preparation.begin()
  return until(
    preparation,
    ({ people, admins }) =>
      admins !== undefined &&
      people.every(
        ({ reading, forecast }) =>
          reading.at !== 'waiting' &&
          // Of who stays as they are, no forecast is read.
          (forecast.at !== 'waiting' || reading.at !== 'read' || reading.user.status !== 'active'),
      ),
  )
}

function until(preparation: Preparation, test: (prepared: Prepared) => boolean): Promise<Prepared> {
  return new Promise(resolve => {
    const look = () => {
      if (test(preparation.get())) resolve(preparation.get())
    }
    preparation.subscribe(look)
    look()
  })
}

describe('what is read before', () => {
  it('reads the user, the admins and the forecast again', async () => {
    const { preparation, onSeen } = preparing(provider([olga]), [olga])
    const of = provider([olga])
    const { ready, warnings, forecasts } = previewOf(
      'deactivate',
      await read(preparation),
      of,
      'acme',
    )
    expect(ready).toEqual([olga])
    expect(onSeen).toHaveBeenCalledWith('olga', olga)
    expect(forecasts.get('olga')).toEqual({ openTasks: known(3) })
    expect(warnings).toEqual([
      'Olga Owner is one of 2 active admins. After this run 1 remains: Henrik Dahl.',
    ])
  })

  it('can be used before all of it is there, and ends with the dialog', async () => {
    let answer: (user: User | undefined) => void = () => undefined
    const slow = provider([], {
      user: (_, signal) =>
        new Promise((resolve, reject) => {
          answer = resolve
          signal.addEventListener('abort', () =>
            reject(new FailureError({ ...failure, kind: 'aborted' })),
          )
        }),
    })
    const { preparation } = preparing(slow, [olga, amara])
    const stop = preparation.begin()
    const prepared = await until(preparation, ({ admins }) => admins !== undefined)
    const preview = previewOf('deactivate', prepared, slow, 'acme')
    expect(preview.ready).toEqual([olga, amara])
    expect(preview.waiting).toBe(2)
    stop()
    answer(undefined)
    await new Promise(resolve => setTimeout(resolve))
    expect(preparation.get().people.map(person => person.reading.at)).toEqual([
      'waiting',
      'waiting',
    ])
  })

  it('shows that it is tried again, once however often it is asked for, and ends with the dialog', async () => {
    let answers: (() => Promise<User | undefined>) | undefined = unreadable
    const signals: AbortSignal[] = []
    const of = provider([olga], {
      user(_, signal) {
        signals.push(signal)
        return answers?.() ?? new Promise(() => {})
      },
    })
    const { preparation } = preparing(of, [olga])
    const reading = () => preparation.get().people[0]?.reading.at
    const stop = preparation.begin()
    await until(preparation, () => reading() === 'failed')
    answers = undefined
    preparation.begin()
    expect(reading()).toBe('waiting')
    preparation.begin()
    await expect.poll(() => signals.map(({ aborted }) => aborted)).toEqual([true, true, false])
    stop()
    expect(signals.at(-1)?.aborted).toBe(true)
  })

  it('knows the admins from the list where they cannot be read on their own', async () => {
    const of = provider([olga], { admins: { run: unreadable } })
    const { preparation } = preparing(of, [olga])
    expect((await read(preparation)).admins).toEqual({ known: false, reason: 'Not in this test' })
  })

  it('says of each forecast who else goes, and in which order', async () => {
    const run = vi.fn(async () => ({}))
    const gone = fakeUser({ id: 'gone', status: 'deactivated' })
    const { preparation } = preparing(provider([olga, gone, amara], { forecast: { run } }), [
      olga,
      gone,
      amara,
    ])
    await read(preparation)
    const order = new Map([
      ['olga', 0],
      ['amara', 2],
    ])
    for (const user of [olga, amara])
      expect(run).toHaveBeenCalledWith(user, 'deactivate', expect.anything(), order)
  })

  it('asks for no admins where nobody loses access', async () => {
    const run = vi.fn()
    const archived = { ...olga, status: 'archived' as const }
    const { preparation } = preparing(
      provider([archived], { admins: { run } }),
      [archived],
      'unarchive',
    )
    await read(preparation)
    expect(run).not.toHaveBeenCalled()
  })
})

describe('who goes and who stays', () => {
  const withRole = { ...amara, role: 'Project lead', updatedAt: new Date(2_000).toISOString() }

  it('leaves alone who changed since the list was read, among many', async () => {
    const of = provider([olga, withRole])
    const { preparation } = preparing(of, [olga, amara])
    const { ready, stays, items } = previewOf('deactivate', await read(preparation), of, 'acme')
    expect(ready.map(({ id }) => id)).toEqual(['olga'])
    expect(stays).toEqual([
      {
        id: 'amara',
        name: 'Amara Okafor',
        verdict: 'skipped',
        reason: expect.stringMatching(
          /^Changed at \d\d:\d\d, after the list was read: role is now Project lead$/,
        ),
      },
    ])
    expect(items).toHaveLength(2)
  })

  it('goes on with one who changed, in front of the operator', async () => {
    const of = provider([withRole])
    const { preparation } = preparing(of, [amara])
    expect(previewOf('deactivate', await read(preparation), of, 'acme').ready).toEqual([withRole])
  })

  it.each(['one', 'many'])('undoes only who is still as the run left them, of %s', async count => {
    const now = [
      fakeUser({ id: 'joined', status: 'active' }),
      fakeUser({ id: 'still', status: 'invited' }),
    ].slice(0, count === 'one' ? 1 : 2)
    const of = provider(now)
    const left = now.map(({ id, name }) => ({ id, name, leftAs: 'invited' as const }))
    const { preparation } = preparing(of, left)
    const { ready, stays } = previewOf('deactivate', await read(preparation), of, 'acme')
    expect(ready.map(({ id }) => id)).toEqual(count === 'one' ? [] : ['still'])
    expect(stays).toMatchObject([
      {
        id: 'joined',
        verdict: 'skipped',
        reason: 'Is active now, and the run left them invited',
      },
    ])
  })

  it('names who is gone and who could not be read', async () => {
    const of = provider([], {
      user: id => (id === 'olga' ? Promise.resolve(undefined) : unreadable()),
    })
    const { preparation } = preparing(of, [olga, amara, { id: 'x', name: 'From a receipt' }])
    const preview = previewOf('deactivate', await read(preparation), of, 'acme')
    expect(preview.stays.map(({ name, reason }) => [name, reason])).toEqual([
      ['Olga Owner', 'No longer there'],
      ['From a receipt', 'Could not be read'],
    ])
    // The run reads her once more before it writes.
    expect(preview.ready).toEqual([amara])
    expect(preview.unread.map(({ id }) => id)).toEqual(['amara', 'x'])
    expect(preview.items.map(item => [item.user.id, item.state])).toEqual([
      ['amara', 'ready'],
      ['olga', 'skipped'],
    ])
  })

  it('shows blocked before skipped', async () => {
    const elif = fakeUser({ id: 'elif', status: 'deactivated' })
    const me = fakeUser({ id: 'me' })
    const of = provider([elif, me])
    const { preparation } = preparing(of, [elif, me])
    const { stays } = previewOf('deactivate', await read(preparation), of, 'acme')
    expect(stays.map(({ verdict }) => verdict)).toEqual(['blocked', 'skipped'])
  })
})

describe('the forecast of many', () => {
  const labels = [
    {
      key: 'openTasks',
      label: 'Open tasks assigned',
      short: 'Open tasks',
      counted: ['open task', 'open tasks'],
      when: 'before',
    },
    {
      key: 'private',
      label: 'Private',
      short: 'Private',
      counted: [
        'project would be left without a member',
        'projects would be left without a member',
      ],
      when: 'before',
    },
    { key: 'hidden', label: 'Hidden', short: 'Hidden', when: 'before' },
  ] as const
  const hidden: Figure = { known: false, reason: 'Only members see them.' }
  const forecasts = new Map([
    ['olga', { openTasks: known(12), private: known(0), hidden }],
    [
      'amara',
      { openTasks: known(2), private: { known: true, value: 1, atLeast: true } as const, hidden },
    ],
  ])

  it('adds up what is known, and never counts unknown as zero', () => {
    const totals = totalsOf([olga, amara, henrik], forecasts, labels, new Set())
    expect(
      totals.map(({ value, isAtLeast, waiting, unknown }) => ({
        value,
        isAtLeast,
        waiting,
        unknown,
      })),
    ).toEqual([
      { value: 14, isAtLeast: false, waiting: 1, unknown: 0 },
      { value: 1, isAtLeast: true, waiting: 1, unknown: 0 },
      { value: undefined, isAtLeast: true, waiting: 1, unknown: 2 },
    ])
    expect(totals[2]?.reason).toBe('Only members see them.')
  })

  it('counts whose forecast could not be read as unknown, and only who goes', () => {
    const failed = new Set(['henrik', 'somebody who stays'])
    const [openTasks] = totalsOf([olga, amara, henrik], forecasts, labels, failed)
    expect(openTasks).toMatchObject({ value: 14, isAtLeast: true, waiting: 0, unknown: 1 })
  })

  it('is said in words first, with what is not read yet and what may be more', () => {
    const said = (users: readonly User[], waiting: number, failed = new Set<string>()) =>
      totalsInWords(users, totalsOf(users, forecasts, labels, failed), waiting).replaceAll(
        '\u00a0',
        ' ',
      )
    expect(said([olga], 0)).toBe('1 person · 12 open tasks')
    const sync = fakeUser({ id: 'sync', kind: 'apiUser' })
    expect(said([olga, amara, henrik, sync], 2)).toBe(
      '3 people · 1 API user · 14 open tasks · at least 1 project would be left without a member · forecast read for 2 so far',
    )
    expect(said([olga, henrik], 0, new Set(['henrik']))).toBe('2 people · at least 12 open tasks')
    expect(totalsInWords([olga, henrik], [], 0, false)).toBe('2 people or API users')
  })

  it('puts first who loses most', () => {
    expect(worstFirst([henrik, olga, amara], forecasts, labels).map(({ id }) => id)).toEqual([
      'amara',
      'olga',
      'henrik',
    ])
  })
})

describe('what has to be typed', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => fakeUser({ id: `u${index}` }))

  it('is the number over 25 users', () => {
    expect(confirmationFor('deactivate', many(25))).toBeUndefined()
    const confirmation = confirmationFor('deactivate', many(1_234))
    expect(confirmation).toEqual({ word: '1234', label: 'Type 1234 to confirm' })
    expect(confirmation && isConfirmed(confirmation, ' 1234 ')).toBe(true)
    expect(confirmation && isConfirmed(confirmation, '1,234')).toBe(true)
    expect(confirmation && isConfirmed(confirmation, '123')).toBe(false)
  })

  it('is the name for a deletion, and the number for several', () => {
    expect(confirmationFor('delete', [olga])?.label).toBe('Type Olga Owner to confirm')
    expect(confirmationFor('delete', [olga, henrik])?.word).toBe('2')
    const confirmation = confirmationFor('delete', [olga])
    expect(confirmation && isConfirmed(confirmation, 'Olga  Owner ')).toBe(true)
    expect(confirmation && isConfirmed(confirmation, 'olga owner')).toBe(false)
  })

  it('is the e-mail or the id where nobody could type the name', () => {
    const name = 'x'.repeat(1_000)
    expect(confirmationFor('delete', [{ ...olga, name }])?.word).toBe('olga@acme.example')
    const hidden = { ...olga, name: 'Olga\u202e', email: undefined }
    expect(confirmationFor('delete', [hidden])?.word).toBe('olga')
  })
})

describe('what will happen', () => {
  const rules = {
    ...fakeRules.deactivate,
    consequences: (user: User) => [
      `${user.firstName ?? user.name} can no longer ${user.kind === 'apiUser' ? 'call the API' : 'sign in'}.`,
      'Private projects may be deleted.',
    ],
  }

  it('is said of one by name, and of many once', () => {
    expect(consequencesFor(rules, [olga])[0]).toBe('Olga Owner can no longer sign in.')
    expect(consequencesFor(rules, [olga, henrik])).toEqual([
      'Each of them can no longer sign in.',
      'Private projects may be deleted.',
    ])
    const sync = fakeUser({ id: 'sync', kind: 'apiUser' })
    expect(consequencesFor(rules, [olga, sync])).toEqual([
      'Each person can no longer sign in.',
      'Private projects may be deleted.',
      'Each API user can no longer call the API.',
    ])
  })

  it('is said of all together where it differs from one to the next', () => {
    const counted = {
      ...rules,
      consequencesOfAll: (users: readonly User[]) => [`${users.length} dates.`],
    }
    expect(consequencesFor(counted, [olga]).at(-1)).toBe('1 dates.')
    expect(consequencesFor(counted, [olga, henrik]).slice(2)).toEqual(['2 dates.'])
  })
})
