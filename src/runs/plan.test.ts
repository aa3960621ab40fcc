import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actions, kinds, statuses, type User } from '../providers/provider'
import { fakeProvider, fakeRules, fakeUser } from './fakeProvider'
import { isActiveAdmin, type PlanContext, takesAccess, targetsOf } from './guards'
import { adminsAfter, plan, warnings, whyNot } from './plan'

const olga = fakeUser({ id: 'olga', name: 'Olga Owner', isAdmin: true })
const henrik = fakeUser({ id: 'henrik', name: 'Henrik Dahl', isAdmin: true })
const elif = fakeUser({
  id: 'elif',
  name: 'Elif Demir',
  status: 'deactivated',
  deactivatedAt: '2026-11-03T12:00:00Z',
})

function context(values: Partial<PlanContext> = {}): PlanContext {
  return {
    connection: 'acme',
    provider: fakeProvider(),
    admins: { known: true, active: [olga, henrik] },
    ...values,
  }
}

describe('why an action is not possible', () => {
  it('says since when somebody is deactivated', () => {
    expect(whyNot('deactivate', elif, context())).toBe('Already deactivated, on 3 Nov 2026')
  })

  it('says nothing where it is possible', () => {
    expect(whyNot('activate', elif, context())).toBeUndefined()
    expect(whyNot('deactivate', olga, context())).toBeUndefined()
  })

  it('names the statuses from which it is possible', () => {
    const jonas = fakeUser({ id: 'jonas', status: 'archived' })
    expect(whyNot('deactivate', jonas, context())).toBe(
      'Archived: deactivating is possible from active and invited',
    )
  })

  it('leaves it to the provider to say more about a status', () => {
    const archived = 'Archived: only the owner brings them back'
    const activate = { ...fakeRules.activate, notFrom: { archived } }
    const provider = fakeProvider({ rules: { ...fakeRules, activate } })
    const jonas = fakeUser({ id: 'jonas', status: 'archived' })
    expect(whyNot('activate', jonas, context({ provider }))).toBe(archived)
    expect(whyNot('activate', olga, context({ provider }))).toBe('Already active')
  })

  it('does not call somebody active who was only invited', () => {
    const annemarie = fakeUser({ id: 'annemarie', status: 'invited' })
    expect(whyNot('activate', annemarie, context())).toBe('Invited, not deactivated')
    expect(whyNot('unarchive', annemarie, context())).toBe('Not archived')
  })

  it('does not call somebody deactivated who is pending approval', () => {
    const provider = fakeProvider()
    const deactivate = { ...provider.rules.deactivate, toAlso: ['pendingApproval'] } as const
    const own = { ...provider, rules: { ...provider.rules, deactivate } }
    const vogt = fakeUser({ id: 'vogt', status: 'pendingApproval' })
    expect(whyNot('deactivate', vogt, context({ provider: own }))).toBe(
      'Pending approval: deactivating is possible from active and invited',
    )
  })

  it('keeps the operator from cutting themselves off, but not from anything else', () => {
    const me = fakeUser({ id: 'me', isAdmin: true })
    for (const action of ['deactivate', 'archive', 'delete'] as const)
      expect(whyNot(action, me, context())).toBe('This is you. Somebody else has to do it.')
    expect(whyNot('unarchive', { ...me, status: 'archived' }, context())).toBeUndefined()
    expect(whyNot('deactivate', { ...me, kind: 'apiUser' }, context())).toBe(
      'You are signed in with the key of this API user. Somebody else has to do it.',
    )
  })

  it('names the right that is missing, once the status allows the action', () => {
    const reason = 'Needs user-manage-config: delete. An admin has it.'
    const provider = fakeProvider()
    const without = { ...provider, actions: { ...provider.actions, activate: { reason } } }
    expect(whyNot('activate', elif, context({ provider: without }))).toBe(reason)
    expect(whyNot('activate', olga, context({ provider: without }))).toBe('Already active')
  })

  it('leaves alone who waits for an approval, unless the rules say otherwise', () => {
    const ivo = fakeUser({ id: 'ivo', status: 'pendingApproval' })
    expect(whyNot('activate', ivo, context())).toBe(
      'Pending approval: activating is possible from deactivated',
    )
    expect(whyNot('deactivate', ivo, context())).toMatch(/^Pending approval: deactivating is/)
    const activate = { ...fakeRules.activate, from: ['deactivated', 'pendingApproval'] as const }
    const provider = fakeProvider({ rules: { ...fakeRules, activate } })
    expect(whyNot('activate', ivo, context({ provider }))).toBeUndefined()
  })

  it('names the right that is missing for this user, where it depends on who it is', () => {
    const fake = fakeProvider()
    const reasonFor = ({ kind }: User) => (kind === 'apiUser' ? 'Not for machines' : undefined)
    const rules = { ...fakeRules, delete: { ...fakeRules.delete, reasonFor } }
    const actions = { ...fake.actions, delete: { reason: 'Not for anybody' } }
    const key = fakeUser({ id: 'key', kind: 'apiUser' })
    const offered = context({ provider: { ...fake, rules } })
    expect(whyNot('delete', key, offered)).toBe('Not for machines')
    expect(whyNot('delete', olga, offered)).toBeUndefined()
    const denied = context({ provider: { ...fake, rules, actions } })
    expect(whyNot('delete', key, denied)).toBe('Not for machines')
    expect(whyNot('delete', olga, denied)).toBe('Not for anybody')
  })

  it('says that an action is not offered, whatever the status', () => {
    const reason = 'Workfront has no archive.'
    const provider = fakeProvider({
      rules: { ...fakeRules, archive: { ...fakeRules.archive, from: [] } },
      actions: { ...fakeProvider().actions, archive: { reason } },
    })
    expect(whyNot('archive', elif, context({ provider }))).toBe(reason)
  })

  it('leaves alone who could not be read', () => {
    const otto = fakeUser({ id: 'otto', unreadable: { endpoint: 'GET /users', field: 'status' } })
    expect(whyNot('deactivate', otto, context())).toBe(
      'Cannot be read: status in the answer of GET /users is not as documented',
    )
  })

  it('keeps the last active admin', () => {
    const admins = { known: true, active: [olga] } as const
    expect(whyNot('deactivate', olga, context({ admins }))).toBe(
      'The last active admin. Make somebody else an admin first.',
    )
  })

  it('does not rely on API users and agents to be an admin', () => {
    const sync = fakeUser({ id: 'sync', kind: 'apiUser', isAdmin: true })
    const admins = { known: true, active: [olga] } as const
    const [first] = plan('deactivate', [olga, sync], context({ admins }))
    expect(first?.state).toBe('blocked')
    expect(whyNot('deactivate', sync, context({ admins }))).toBeUndefined()
  })
})

describe('a plan for many', () => {
  it('keeps the last admin in order, and names who makes them the last', () => {
    const items = plan('deactivate', [olga, elif, henrik], context())
    expect(items.map(item => ('reason' in item ? item.reason : item.state))).toEqual([
      'ready',
      'Already deactivated, on 3 Nov 2026',
      'The last active admin, because Olga Owner goes in this run',
    ])
  })

  it('counts the operator, who stays', () => {
    const me = fakeUser({ id: 'me', isAdmin: true })
    const admins = { known: true, active: [olga, henrik, me] } as const
    const items = plan('deactivate', [me, olga, henrik], context({ admins }))
    expect(items.map(item => item.state)).toEqual(['blocked', 'ready', 'ready'])
  })

  it('believes the newer answer about who is an admin', () => {
    const former = { ...henrik, isAdmin: false }
    const items = plan('deactivate', [former, olga], context())
    expect(items.map(item => item.state)).toEqual(['ready', 'blocked'])
  })

  it('skips who changed since the list was read, with what changed', () => {
    const changed = new Map([['olga', 'Changed at 14:04, after the list was read']])
    expect(
      plan('deactivate', [olga, henrik], context({ changed })).map(item => item.state),
    ).toEqual(['skipped', 'ready'])
  })

  it('never leaves a connection without an active admin, and gives each user one outcome', () => {
    const user = fc.record({
      id: fc.stringMatching(/^[a-f]$/),
      status: fc.constantFrom(...statuses),
      kind: fc.constantFrom(...kinds),
      isAdmin: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...actions),
        fc.uniqueArray(user, { selector: ({ id }) => id, minLength: 1 }),
        fc.array(fc.nat(), { maxLength: 9 }),
        fc.constantFrom('me', 'a', 'b'),
        (action, values, picks, operatorId) => {
          const everybody: readonly User[] = values.map(fakeUser)
          const picked = picks.flatMap(pick => everybody[pick % everybody.length] ?? [])
          const active = everybody.filter(isActiveAdmin)
          const provider = fakeProvider()
          const items = plan(action, picked, {
            connection: 'acme',
            provider: { ...provider, operator: { ...provider.operator, id: operatorId } },
            admins: { known: true, active },
          })
          expect(items.map(item => item.user.id).sort()).toEqual(
            [...new Set(picked.map(({ id }) => id))].sort(),
          )
          const rules = fakeRules[action]
          const gone = new Set(
            items.flatMap(item => (item.state === 'ready' ? [item.user.id] : [])),
          )
          for (const item of items) {
            if (item.state !== 'ready') continue
            expect(rules.from).toContain(item.user.status)
            expect(targetsOf(rules)).not.toContain(item.user.status)
          }
          if (!takesAccess(rules)) return
          expect(gone.has(operatorId)).toBe(false)
          const remain = active.filter(({ id }) => !gone.has(id))
          if (active.length > 0) expect(remain.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('what to know before', () => {
  it('says who remains', () => {
    const items = plan('deactivate', [olga], context())
    expect(warnings('deactivate', items, context())).toEqual([
      'Olga Owner is one of 2 active admins. After this run 1 remains: Henrik Dahl.',
    ])
    expect(adminsAfter(items, context())).toMatchObject({ before: 2, remain: ['Henrik Dahl'] })
  })

  it('does not warn of admins where nobody loses access', () => {
    const archived = { ...olga, status: 'archived' as const }
    const items = plan('unarchive', [archived], context())
    expect(warnings('unarchive', items, context())).toEqual([])
  })

  it('says that it cannot know, and what the system itself does', () => {
    const admins = { known: false, reason: 'Needs workspace-manage-config: read.' } as const
    const somebody = fakeUser({ id: 'x', isAdmin: undefined })
    const lastAdmin = 'Fake itself refuses to deactivate the last one.'
    const provider = fakeProvider({
      rules: { ...fakeRules, deactivate: { ...fakeRules.deactivate, lastAdmin } },
    })
    const known = context({ admins, provider })
    expect(warnings('deactivate', plan('deactivate', [somebody], known), known)).toEqual([
      'Whether this is an admin cannot be read. Fake itself refuses to deactivate the last one.',
    ])
  })

  it('marks API users among people without blocking them', () => {
    const sync = fakeUser({ id: 'sync', name: 'Marketing Sync', kind: 'apiUser' })
    const items = plan('deactivate', [sync, fakeUser({ id: 'x' })], context())
    expect(items.map(item => item.state)).toEqual(['ready', 'ready'])
    expect(warnings('deactivate', items, context())).toEqual([
      '1 of them is an API user: Marketing Sync. What works with its key may stop working.',
    ])
  })

  it('isolates a name that would turn the sentence around', () => {
    const items = plan('deactivate', [{ ...olga, name: 'عمر \u202eالفاروق' }], context())
    const [warning] = warnings('deactivate', items, context())
    expect(warning).toContain('\u2068عمر الفاروق\u2069 is one of')
  })
})
