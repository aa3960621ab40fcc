import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FailureError, type FailureKind } from '../http/failure'
import type { ApiUser } from '../providers/administration'
import { changeApiUser, createApiUser, type NewValues } from './saving'

const existing: ApiUser = {
  id: 'zapier',
  name: 'Zapier',
  roleId: 'integration',
  role: 'Integration',
  isAdmin: false,
  clientId: 'zapier',
  client: 'Zapier',
  createdAt: undefined,
  createdBy: 'ada',
  updatedAt: undefined,
}
const values: NewValues = { name: 'Sync', roleId: 'integration', clientId: 'sync' }

const failing = (kind: FailureKind, method = 'POST') =>
  new FailureError({ kind, method, path: '/apiusers' })

/** A system of API users; `reads`: what happens to each read, the last for all that follow. */
function system(reads: readonly ('ok' | 'fails')[] = ['ok']) {
  let all: readonly ApiUser[] = [existing]
  let read = 0
  let writes = 0
  return {
    all: () => all,
    set: (next: readonly ApiUser[]) => {
      all = next
    },
    writes: () => writes,
    list: async () => {
      const how = reads[Math.min(read, reads.length - 1)]
      read += 1
      if (how === 'fails') throw failing('server', 'GET')
      return all
    },
    wait: async () => undefined,
    create: async ({ name, roleId, clientId }: NewValues) => {
      writes += 1
      const made = { ...existing, id: `new-${writes}`, name, roleId, clientId, createdBy: 'ada' }
      all = [...all, made]
      return made
    },
    change: async (changed: { readonly name: string; readonly roleId: string }) => {
      writes += 1
      all = all.map(one => (one.id === 'zapier' ? { ...one, ...changed } : one))
    },
  }
}

describe('creating', () => {
  test('is done when a read has seen it', async () => {
    const sandbox = system()
    expect(await createApiUser(values, 'ada', sandbox.create, sandbox)).toMatchObject({
      came: 'saved',
      failure: undefined,
      apiUser: { name: 'Sync' },
    })
  })

  test('whose answer was lost is settled by a new API user of that name', async () => {
    const sandbox = system()
    const lost = async (sent: NewValues) => {
      await sandbox.create(sent)
      throw failing('unreachable')
    }
    expect(await createApiUser(values, 'ada', lost, sandbox)).toMatchObject({
      came: 'saved',
      failure: { kind: 'unreachable' },
    })
    expect(sandbox.writes()).toBe(1)
  })

  test('is not taken for done by one of that name that was there before, or that somebody else made', async () => {
    const sandbox = system()
    sandbox.set([existing, { ...existing, id: 'old', name: 'Sync' }])
    const lost = async () => {
      sandbox.set([...sandbox.all(), { ...existing, id: 'x', name: 'Sync', createdBy: 'ben' }])
      throw failing('timeout')
    }
    expect(await createApiUser(values, 'ada', lost, sandbox)).toMatchObject({ came: 'notDone' })
  })

  test('with another role than asked for is said', async () => {
    const sandbox = system()
    const odd = (sent: NewValues) => sandbox.create({ ...sent, roleId: 'admin' })
    expect(await createApiUser(values, 'ada', odd, sandbox)).toMatchObject({
      came: 'otherwise',
      apiUser: { roleId: 'admin' },
    })
  })

  test('is not known where it cannot be read, until a look again settles it', async () => {
    const sandbox = system(['ok', 'fails', 'fails', 'fails', 'fails', 'ok'])
    const lost = async (sent: NewValues) => {
      await sandbox.create(sent)
      throw failing('server')
    }
    const outcome = await createApiUser(values, 'ada', lost, sandbox)
    expect(outcome.came).toBe('notKnown')
    expect(outcome.came === 'notKnown' && (await outcome.look())).toMatchObject({ came: 'saved' })
    expect(sandbox.writes()).toBe(1)
  })

  test('again finds what the first try did late, and sends nothing', async () => {
    const sandbox = system()
    const lost = async () => {
      throw failing('timeout')
    }
    const first = await createApiUser(values, 'ada', lost, sandbox)
    expect(first.came).toBe('notDone')
    await sandbox.create(values)
    const earlier = first.came === 'notDone' ? first.before : undefined
    expect(await createApiUser(values, 'ada', sandbox.create, sandbox, earlier)).toMatchObject({
      came: 'saved',
    })
    expect(sandbox.writes()).toBe(1)
  })

  test('is not begun where the list cannot be read', async () => {
    const sandbox = system(['fails'])
    expect(await createApiUser(values, 'ada', sandbox.create, sandbox)).toMatchObject({
      came: 'refused',
    })
    expect(sandbox.writes()).toBe(0)
  })
})

describe('changing', () => {
  const changed = { name: 'Zapier 2', roleId: 'user' }

  test('is not sent when somebody else has changed it', async () => {
    const sandbox = system()
    const opened = { ...existing, name: 'As it was' }
    expect(await changeApiUser(opened, changed, sandbox.change, sandbox)).toMatchObject({
      came: 'conflict',
      now: { name: 'Zapier' },
    })
    expect(sandbox.writes()).toBe(0)
  })

  test('one that is gone by now is said to be gone', async () => {
    const sandbox = system()
    sandbox.set([])
    expect(await changeApiUser(existing, changed, sandbox.change, sandbox)).toEqual({
      came: 'gone',
    })
  })

  test('that shows nowhere is not claimed', async () => {
    const sandbox = system()
    const lie = async () => undefined
    expect(await changeApiUser(existing, changed, lie, sandbox)).toMatchObject({
      came: 'notDone',
      failure: undefined,
    })
  })
})

test('whatever happens, there is one write at most, and "saved" is what the system holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.boolean(),
      fc.option(
        fc.constantFrom<FailureKind>('refused', 'unreachable', 'timeout', 'server', 'rateLimited'),
        { nil: undefined },
      ),
      fc.array(fc.constantFrom('ok', 'fails'), { minLength: 1, maxLength: 6 }),
      async (isNew, isCarriedOut, kind, reads) => {
        const sandbox = system(reads)
        const after = async <T>(work: () => Promise<T>): Promise<T> => {
          if (isCarriedOut && kind !== 'refused' && kind !== 'rateLimited') {
            const value = await work()
            if (kind === undefined) return value
          }
          throw failing(kind ?? 'server')
        }
        const outcome = isNew
          ? await createApiUser(values, 'ada', sent => after(() => sandbox.create(sent)), sandbox)
          : await changeApiUser(
              existing,
              values,
              sent => after(() => sandbox.change(sent)),
              sandbox,
            )
        expect(sandbox.writes()).toBeLessThanOrEqual(1)
        const isHeld = sandbox.all().some(one => one.name === 'Sync')
        if (outcome.came === 'saved') expect(isHeld).toBe(true)
        if (outcome.came === 'notDone' || outcome.came === 'refused') expect(isHeld).toBe(false)
      },
    ),
  )
})
