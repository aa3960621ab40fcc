import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Failure, FailureError, type FailureKind } from '../http/failure'
import {
  type Action,
  actions,
  type Provider,
  type Status,
  statuses,
  type User,
} from '../providers/provider'
import type { Planned, Settled } from './facts'
import { fakeClock } from './fakeClock'
import { fakeProvider, fakeRules, fakeUser } from './fakeProvider'
import { takesAccess, targetsOf } from './guards'
import { type Ports, perform } from './perform'

type Truth = Status | 'gone'

/** What one read does besides answering. */
type ReadFault =
  | { readonly read: 'answers' }
  | { readonly read: 'fails'; readonly kind: FailureKind }
  /** Somebody else changes the user right before. */
  | { readonly read: 'findsChanged'; readonly to: Truth }

type WriteFault =
  | { readonly write: 'works' }
  | { readonly write: 'worksLosesAnswer'; readonly kind: FailureKind }
  | { readonly write: 'failsBefore'; readonly kind: FailureKind }
  | { readonly write: 'isLimited' }
  /** It waited for so long that it was not even sent. */
  | { readonly write: 'isNotSent' }
  | { readonly write: 'lies' }
  /** The answer is true, and shows in reads only later. */
  | { readonly write: 'showsLate'; readonly afterReads: number }
  /** It works, and somebody else changes the user right after. */
  | { readonly write: 'isOverwritten'; readonly to: Truth }

type Event =
  | { readonly at: 'read'; readonly saw: Truth | undefined }
  | { readonly at: 'write'; readonly was: WriteFault['write'] }

const reached = (action: Action, status: Truth) => targetsOf(fakeRules[action]).includes(status)
const target = (action: Action): Truth => fakeRules[action].to
const fail = (kind: FailureKind, extra: Partial<Failure> = {}) =>
  Promise.reject(
    new FailureError({
      kind,
      method: 'GET',
      path: '/users/olga',
      ...(kind === 'server' && { status: 502 }),
      ...extra,
    }),
  )

/** One user of a system in which every call may go wrong in its own way. */
function world(
  action: Action,
  from: Status,
  reads: readonly ReadFault[],
  writes: readonly WriteFault[],
) {
  let truth: Truth = from
  let late: { status: Truth; reads: number } | undefined
  const log: Event[] = []
  const readFaults = [...reads]
  const writeFaults = [...writes]
  const user = (): User | undefined =>
    truth === 'gone' ? undefined : fakeUser({ id: 'olga', name: 'Olga Owner', status: truth })

  const provider: Provider = {
    ...fakeProvider(),
    user: () => {
      const fault = readFaults.shift() ?? { read: 'answers' }
      if (fault.read === 'findsChanged') truth = fault.to
      if (late) {
        if (late.reads === 0) truth = late.status
        late = late.reads === 0 ? undefined : { ...late, reads: late.reads - 1 }
      }
      if (fault.read === 'fails') {
        log.push({ at: 'read', saw: undefined })
        return fail(fault.kind)
      }
      log.push({ at: 'read', saw: truth })
      return Promise.resolve(user())
    },
    actions: { ...fakeProvider().actions, [action]: { run: write } },
  }
  function write() {
    const fault = writeFaults.shift() ?? { write: 'works' }
    log.push({ at: 'write', was: fault.write })
    const summary = { privateProjectsDeleted: 2 }
    switch (fault.write) {
      case 'works':
        truth = target(action)
        return Promise.resolve(summary)
      case 'worksLosesAnswer':
        truth = target(action)
        return fail(fault.kind)
      case 'failsBefore':
        return fail(fault.kind)
      case 'isLimited':
        return fail('rateLimited', { retryAfterMs: 7_000 })
      case 'isNotSent':
        return fail('aborted')
      case 'lies':
        return Promise.resolve(summary)
      case 'showsLate':
        late = { status: target(action), reads: fault.afterReads }
        return Promise.resolve(summary)
      case 'isOverwritten':
        truth = fault.to
        return Promise.resolve(summary)
    }
  }
  return { provider, log, truth: () => truth, isLate: () => late !== undefined }
}

function ports(values: Partial<Ports> = {}): Ports {
  return {
    clock: fakeClock(),
    signal: new AbortController().signal,
    clearance: async () => undefined,
    intend: async () => undefined,
    write: (user, send) => send(user, new AbortController().signal),
    onSeen: () => undefined,
    onWait: () => undefined,
    alone: (_over, work) => work(),
    ...values,
  }
}

const planned = (from: Status): Planned =>
  fakeUser({ id: 'olga', name: 'Olga Owner', status: from })

describe('one user’s action', () => {
  it('is done once a read after the write has seen it, with what the API reported', async () => {
    const { provider, log } = world('deactivate', 'active', [], [])
    expect(await perform('deactivate', planned('active'), provider, ports())).toMatchObject({
      verdict: 'done',
      after: 'deactivated',
      summary: { privateProjectsDeleted: 2 },
      reason: undefined,
    })
    expect(log.map(({ at }) => at)).toEqual(['read', 'write', 'read'])
  })

  it('writes nothing where the user cannot be read', async () => {
    const { provider, log } = world('deactivate', 'active', [{ read: 'fails', kind: 'server' }], [])
    expect(await perform('deactivate', planned('active'), provider, ports())).toMatchObject({
      verdict: 'failed',
      after: undefined,
      failure: { kind: 'server' },
      reason: 'Could not be read, so nothing was done',
    })
    expect(log).toHaveLength(1)
  })

  it('skips who changed after the operator said yes', async () => {
    const { provider, log } = world(
      'deactivate',
      'active',
      [{ read: 'findsChanged', to: 'archived' }],
      [],
    )
    expect(await perform('deactivate', planned('active'), provider, ports())).toMatchObject({
      verdict: 'skipped',
      after: 'archived',
      reason: 'Changed in between: was active, is archived',
    })
    expect(log).toHaveLength(1)
  })

  it('skips who became an admin after the operator said yes', async () => {
    const { provider } = world('archive', 'active', [], [])
    const now = { ...provider, user: async () => fakeUser({ id: 'olga', isAdmin: true }) }
    expect(await perform('archive', planned('active'), now, ports())).toMatchObject({
      verdict: 'skipped',
      reason: 'Changed in between: is an admin now',
    })
    const admin = { ...planned('active'), isAdmin: true }
    expect(await perform('archive', admin, provider, ports())).toMatchObject({
      verdict: 'skipped',
      reason: 'Changed in between: is no longer an admin',
    })
  })

  it('does not act on an answer that is not as documented', async () => {
    const { provider, log } = world('deactivate', 'active', [], [])
    const unreadable = { endpoint: 'GET /users/{id}', field: 'status' }
    const odd = { ...provider, user: async () => fakeUser({ id: 'olga', unreadable }) }
    expect(await perform('deactivate', planned('active'), odd, ports())).toMatchObject({
      verdict: 'failed',
      failure: { kind: 'unexpectedAnswer', field: 'status' },
    })
    expect(log).toEqual([])
  })

  it('says that nobody needs to do it any more', async () => {
    const { provider } = world(
      'deactivate',
      'active',
      [{ read: 'findsChanged', to: 'deactivated' }],
      [],
    )
    expect(await perform('deactivate', planned('active'), provider, ports())).toMatchObject({
      verdict: 'already',
      reason: 'Seen deactivated just before the write',
    })
  })

  it('takes somebody who is gone as deleted, and as a failure for everything else', async () => {
    const gone: ReadFault = { read: 'findsChanged', to: 'gone' }
    const deleted = world('delete', 'active', [gone], [])
    expect(await perform('delete', planned('active'), deleted.provider, ports())).toMatchObject({
      verdict: 'already',
      after: 'gone',
    })
    const archived = world('archive', 'active', [gone], [])
    expect(await perform('archive', planned('active'), archived.provider, ports())).toMatchObject({
      verdict: 'failed',
      after: 'gone',
      failure: { kind: 'notFound' },
    })
  })

  it('does not believe an answer that reading does not confirm', async () => {
    const { provider, log } = world('deactivate', 'active', [], [{ write: 'lies' }])
    const clock = fakeClock()
    expect(
      await perform('deactivate', planned('active'), provider, ports({ clock })),
    ).toMatchObject({
      verdict: 'failed',
      after: 'active',
      failure: { kind: 'notConfirmed' },
      reason: 'Fake answered that it is done, but reading again shows Active',
    })
    expect(clock.waits).toEqual([300, 1_000, 3_000])
    expect(log.filter(({ at }) => at === 'write')).toHaveLength(1)
  })

  it('waits for a write that shows late', async () => {
    const late: WriteFault = { write: 'showsLate', afterReads: 2 }
    const { provider } = world('deactivate', 'active', [], [late])
    expect(await perform('deactivate', planned('active'), provider, ports())).toMatchObject({
      verdict: 'done',
      after: 'deactivated',
    })
  })

  it('looks no more where looking again is no use, or has taken a minute', async () => {
    const lost: WriteFault = { write: 'worksLosesAnswer', kind: 'timeout' }
    const denied: ReadFault[] = [{ read: 'answers' }, { read: 'fails', kind: 'notPermitted' }]
    const closed = world('deactivate', 'active', denied, [lost])
    expect(await perform('deactivate', planned('active'), closed.provider, ports())).toMatchObject({
      verdict: 'unknown',
      failure: { kind: 'timeout' },
    })
    expect(closed.log.map(({ at }) => at)).toEqual(['read', 'write', 'read'])

    const clock = fakeClock()
    const slow = world('deactivate', 'active', [], [{ write: 'lies' }])
    const sleepy: Provider = {
      ...slow.provider,
      user: async (id, signal) => {
        await clock.wait(40_000)
        return slow.provider.user(id, signal)
      },
    }
    expect(await perform('deactivate', planned('active'), sleepy, ports({ clock }))).toMatchObject({
      verdict: 'failed',
      failure: { kind: 'notConfirmed' },
    })
    expect(slow.log.map(({ at }) => at)).toEqual(['read', 'write', 'read', 'read'])
  })

  it('says that somebody else changed the user right after', async () => {
    const overwritten: WriteFault = { write: 'isOverwritten', to: 'archived' }
    const { provider } = world('deactivate', 'active', [], [overwritten])
    expect(await perform('deactivate', planned('active'), provider, ports())).toMatchObject({
      verdict: 'failed',
      after: 'archived',
      reason:
        'Fake answered that it is done, but reading again shows Archived: somebody else may have changed it',
    })
  })

  it('does not call it done while somebody has to approve it', async () => {
    const pending: WriteFault = { write: 'isOverwritten', to: 'pendingApproval' }
    const { provider } = world('activate', 'deactivated', [], [pending])
    expect(await perform('activate', planned('deactivated'), provider, ports())).toMatchObject({
      verdict: 'failed',
      after: 'pendingApproval',
      failure: { kind: 'notConfirmed' },
      reason:
        'Fake answered that it is done, but reading again shows Pending approval: somebody has to approve it',
    })
  })

  it.each([
    ['timeout', 'Answer lost', 'The answer was lost'],
    ['unreachable', 'Answer lost', 'The answer was lost'],
    ['server', 'Fake failed with 502', 'Fake failed with 502'],
    [
      'unexpectedAnswer',
      'Fake’s answer was not as documented',
      'Fake’s answer was not as documented',
    ],
  ] as const)(
    'settles an answer lost by %s with reads, and never sends it again',
    async (kind, remark, came) => {
      const lost: WriteFault = { write: 'worksLosesAnswer', kind }
      const worked = world('deactivate', 'active', [], [lost])
      expect(
        await perform('deactivate', planned('active'), worked.provider, ports()),
      ).toMatchObject({ verdict: 'done', reason: `${remark}, seen deactivated afterwards` })

      const not = world('deactivate', 'active', [], [{ write: 'failsBefore', kind }])
      expect(await perform('deactivate', planned('active'), not.provider, ports())).toMatchObject({
        verdict: 'failed',
        after: 'active',
        failure: { kind },
        reason: expect.stringContaining(`${came}, and reading again shows Active`),
      })
      expect(not.log.filter(({ at }) => at === 'write')).toHaveLength(1)

      const down: ReadFault[] = Array.from({ length: 9 }, () => ({ read: 'fails', kind }))
      const dark = world('deactivate', 'active', [{ read: 'answers' }, ...down], [lost])
      expect(await perform('deactivate', planned('active'), dark.provider, ports())).toMatchObject({
        verdict: 'unknown',
        after: undefined,
        reason: `${came}, and the user could not be read since`,
      })
    },
  )

  it('takes a no as a no, with the status a read has seen', async () => {
    const { provider } = world(
      'deactivate',
      'active',
      [],
      [{ write: 'failsBefore', kind: 'refused' }],
    )
    expect(await perform('deactivate', planned('active'), provider, ports())).toMatchObject({
      verdict: 'failed',
      after: 'active',
      failure: { kind: 'refused' },
    })
  })

  it('sees that somebody else did what the API refused', async () => {
    const { provider } = world(
      'deactivate',
      'active',
      [{ read: 'answers' }, { read: 'findsChanged', to: 'deactivated' }],
      [{ write: 'failsBefore', kind: 'refused' }],
    )
    expect(await perform('deactivate', planned('active'), provider, ports())).toMatchObject({
      verdict: 'already',
      reason: 'Fake did not do it, but it is seen deactivated: somebody else did',
    })
  })

  it('waits as told when limited, reads again, and repeats three times at most', async () => {
    const once = world('deactivate', 'active', [], [{ write: 'isLimited' }])
    const clock = fakeClock()
    expect(
      await perform('deactivate', planned('active'), once.provider, ports({ clock })),
    ).toMatchObject({ verdict: 'done' })
    expect(clock.waits).toEqual([7_000])
    expect(once.log.map(({ at }) => at)).toEqual(['read', 'write', 'read', 'write', 'read'])

    const limited = Array.from({ length: 9 }, () => ({ write: 'isLimited' }) as const)
    const always = world('deactivate', 'active', [], limited)
    expect(await perform('deactivate', planned('active'), always.provider, ports())).toMatchObject({
      verdict: 'failed',
      after: 'active',
      failure: { kind: 'rateLimited' },
    })
    expect(always.log.filter(({ at }) => at === 'write')).toHaveLength(4)
  })

  it('looks again, without waiting, before it sends what was held up for too long', async () => {
    const clock = fakeClock()
    const late = world('deactivate', 'active', [], [{ write: 'isNotSent' }])
    expect(
      await perform('deactivate', planned('active'), late.provider, ports({ clock })),
    ).toMatchObject({ verdict: 'done' })
    expect(clock.waits).toEqual([])
    expect(late.log.map(({ at }) => at)).toEqual(['read', 'write', 'read', 'write', 'read'])

    const changed = world(
      'deactivate',
      'active',
      [{ read: 'answers' }, { read: 'findsChanged', to: 'archived' }],
      [{ write: 'isNotSent' }],
    )
    expect(await perform('deactivate', planned('active'), changed.provider, ports())).toMatchObject(
      { verdict: 'skipped', reason: 'Changed in between: was active, is archived' },
    )
  })

  it('says that nothing was sent where each write had to wait too long', async () => {
    const late = Array.from(
      { length: 9 },
      () => ({ write: 'failsBefore', kind: 'aborted' }) as const,
    )
    const { provider, log } = world('deactivate', 'active', [], late)
    expect(await perform('deactivate', planned('active'), provider, ports())).toMatchObject({
      verdict: 'failed',
      after: 'active',
      reason: 'Not sent: each time it had to wait too long after the look',
    })
    expect(log.filter(({ at }) => at === 'write')).toHaveLength(4)
  })

  it('reads no more once the session is over', async () => {
    const { provider, log } = world(
      'deactivate',
      'active',
      [],
      [{ write: 'failsBefore', kind: 'expired' }],
    )
    expect(await perform('deactivate', planned('active'), provider, ports())).toMatchObject({
      verdict: 'failed',
      failure: { kind: 'expired' },
    })
    expect(log.map(({ at }) => at)).toEqual(['read', 'write'])
  })

  it('writes nothing after Stop, and finishes what is under way', async () => {
    const before = new AbortController()
    before.abort()
    const { provider, log } = world('deactivate', 'active', [], [])
    const stopped = ports({ signal: before.signal })
    expect(await perform('deactivate', planned('active'), provider, stopped)).toMatchObject({
      verdict: 'skipped',
      reason: 'Stopped before this one',
    })
    expect(log).toEqual([])

    const meantime = new AbortController()
    const kept = ports({ signal: meantime.signal, intend: async () => meantime.abort() })
    expect(await perform('deactivate', planned('active'), provider, kept)).toMatchObject({
      verdict: 'skipped',
      reason: 'Stopped before this one',
    })
    expect(log.map(({ at }) => at)).toEqual(['read'])

    const during = new AbortController()
    const running = world('deactivate', 'active', [], [])
    const abortable: Provider = {
      ...running.provider,
      user: (id, signal) => (signal.aborted ? fail('aborted') : running.provider.user(id, signal)),
    }
    const meanwhile = ports({
      signal: during.signal,
      write: (user, send) => {
        during.abort()
        return send(user, new AbortController().signal)
      },
    })
    expect(await perform('deactivate', planned('active'), abortable, meanwhile)).toMatchObject({
      verdict: 'done',
    })
  })

  it('does not cut an admin when by now nobody else is one', async () => {
    const { provider, log } = world('deactivate', 'active', [], [])
    const admin = { ...planned('active'), isAdmin: true }
    const alone: Provider = {
      ...provider,
      user: async () => fakeUser({ id: 'olga', isAdmin: true }),
      admins: { run: async () => [{ id: 'olga', name: 'Olga Owner' }] },
    }
    expect(await perform('deactivate', admin, alone, ports())).toMatchObject({
      verdict: 'blocked',
      reason: 'The last active admin by now. Make somebody else an admin first.',
    })
    const dark: Provider = { ...alone, admins: { run: () => fail('server') } }
    expect(await perform('deactivate', admin, dark, ports())).toMatchObject({
      verdict: 'failed',
      reason: 'Who else is an admin could not be read, so nothing was done',
    })
    expect(log).toEqual([])
  })

  it('goes ahead where it can never be read who the admins are', async () => {
    const { provider } = world('deactivate', 'active', [], [])
    const untold: Provider = { ...provider, admins: { run: async () => undefined } }
    const anybody = { ...planned('active'), isAdmin: undefined }
    expect(await perform('deactivate', anybody, untold, ports())).toMatchObject({ verdict: 'done' })
  })

  it('goes on after an interruption: done if it shows, else once more', async () => {
    const shown = world('deactivate', 'active', [{ read: 'findsChanged', to: 'deactivated' }], [])
    expect(
      await perform('deactivate', planned('active'), shown.provider, ports(), { wasSent: true }),
    ).toMatchObject({
      verdict: 'done',
      reason: 'Interrupted before the answer, seen deactivated afterwards',
    })
    const notShown = world('deactivate', 'active', [], [])
    expect(
      await perform('deactivate', planned('active'), notShown.provider, ports(), { wasSent: true }),
    ).toMatchObject({ verdict: 'done', reason: undefined })
    const dark = world('deactivate', 'active', [{ read: 'fails', kind: 'server' }], [])
    expect(
      await perform('deactivate', planned('active'), dark.provider, ports(), { wasSent: true }),
    ).toMatchObject({ verdict: 'unknown' })
  })

  it('looks what came of an interrupted write also where the action is not offered any more', async () => {
    const reason = 'Needs user-manage-config: delete. An admin has it.'
    const without = (status: Status) => {
      const { provider } = world('deactivate', status, [], [])
      return { ...provider, actions: { ...provider.actions, deactivate: { reason } } }
    }
    const wasSent = true
    const olga = planned('active')
    expect(
      await perform('deactivate', olga, without('deactivated'), ports(), { wasSent }),
    ).toMatchObject({ verdict: 'done', after: 'deactivated' })
    expect(
      await perform('deactivate', olga, without('active'), ports(), { wasSent }),
    ).toMatchObject({ verdict: 'failed', after: 'active' })
    expect(await perform('deactivate', olga, without('active'), ports())).toMatchObject({
      verdict: 'blocked',
      reason,
    })
  })
})

describe('whatever goes wrong', () => {
  const lossy = fc.constantFrom<FailureKind>('timeout', 'unreachable', 'server', 'unexpectedAnswer')
  const statusAfter = fc.constantFrom<Truth>(...statuses, 'gone')
  const readFault: fc.Arbitrary<ReadFault> = fc.oneof(
    { weight: 4, arbitrary: fc.constant({ read: 'answers' } as const) },
    { weight: 2, arbitrary: fc.record({ read: fc.constant('fails' as const), kind: lossy }) },
    {
      weight: 1,
      arbitrary: fc.record({ read: fc.constant('findsChanged' as const), to: statusAfter }),
    },
  )
  const writeFault: fc.Arbitrary<WriteFault> = fc.oneof(
    fc.constant({ write: 'works' } as const),
    fc.record({ write: fc.constant('worksLosesAnswer' as const), kind: lossy }),
    fc.record({
      write: fc.constant('failsBefore' as const),
      kind: fc.oneof(
        lossy,
        fc.constantFrom<FailureKind>('refused', 'notPermitted', 'notFound', 'expired'),
      ),
    }),
    fc.constant({ write: 'isLimited' } as const),
    fc.constant({ write: 'isNotSent' } as const),
    fc.constant({ write: 'lies' } as const),
    fc.record({
      write: fc.constant('showsLate' as const),
      afterReads: fc.integer({ min: 0, max: 6 }),
    }),
    fc.record({ write: fc.constant('isOverwritten' as const), to: statusAfter }),
  )

  it('the verdict is what the system shows, or says that it is not known', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...actions).chain(action =>
          fc.record({
            action: fc.constant(action),
            from: fc.constantFrom(...fakeRules[action].from),
          }),
        ),
        fc.array(readFault, { maxLength: 10 }),
        fc.array(writeFault, { maxLength: 5 }),
        fc.boolean(),
        async ({ action, from }, reads, writes, wasSent) => {
          const { provider, log, truth, isLate } = world(action, from, reads, writes)
          const clock = fakeClock()
          const settled = await perform(action, planned(from), provider, ports({ clock }), {
            wasSent,
          })
          holds(action, from, settled, log, wasSent)
          // What a read has seen last is still so, unless it was on its way when nobody looked any more.
          if (settled.after !== undefined && !isLate()) expect(settled.after).toBe(truth())
        },
      ),
      { numRuns: 3_000 },
    )
  })

  function holds(
    action: Action,
    from: Status,
    settled: Settled,
    log: readonly Event[],
    wasSent: boolean,
  ) {
    const lastWrite = log.findLastIndex(({ at }) => at === 'write')
    const since = log.slice(lastWrite + 1).flatMap(event => (event.at === 'read' ? [event] : []))
    const lastSeen = since.at(-1)?.saw
    const writes = log.flatMap(event => (event.at === 'write' ? [event.was] : []))
    const touched = writes.some(was => !['isLimited', 'isNotSent', 'failsBefore'].includes(was))

    // The interrupted write is open until a read has shown that nothing came of it.
    const [first] = log
    const isOpen = wasSent && !(first?.at === 'read' && first.saw === from)

    // Never two writes without a read between that saw the user as before.
    let isRead = false
    for (const event of log) {
      if (event.at === 'read') isRead = event.saw === from
      else {
        expect(isRead).toBe(true)
        isRead = false
      }
    }
    if (settled.after !== undefined) {
      expect(settled.after).toBe(lastSeen)
      expect(settled.verifiedAt).toBeDefined()
    }
    switch (settled.verdict) {
      case 'done':
        expect(lastWrite >= 0 || wasSent).toBe(true)
        expect(reached(action, lastSeen ?? from)).toBe(true)
        break
      case 'already':
        expect(touched).toBe(false)
        expect(reached(action, lastSeen ?? from)).toBe(true)
        break
      case 'skipped':
        expect(touched).toBe(false)
        expect(isOpen).toBe(false)
        break
      case 'blocked':
        expect(takesAccess(fakeRules[action])).toBe(true)
        break
      case 'failed':
        expect(lastSeen === undefined || !reached(action, lastSeen)).toBe(true)
        // Without a read, only what was certainly not done may be called failed.
        if (settled.after === undefined) expect(touched || isOpen).toBe(false)
        expect(settled.failure !== undefined || wasSent).toBe(true)
        break
      case 'unknown':
        expect(lastSeen).toBeUndefined()
        expect(settled.after).toBeUndefined()
        expect(lastWrite >= 0 || wasSent).toBe(true)
        break
    }
  }
})
