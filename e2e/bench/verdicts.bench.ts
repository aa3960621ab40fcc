import 'fake-indexeddb/auto'
import { expect, test } from 'playwright/test'
import { awork } from '../../src/providers/awork/awork'
import type { Credentials, User, Vendor } from '../../src/providers/provider'
import { hurryTime } from '../../src/providers/testing/time.test.stage'
import { workfront } from '../../src/providers/workfront/workfront'
import { realClock } from '../../src/runs/clock'
import { isActiveAdmin, targetsOf } from '../../src/runs/guards'
import { openJournal } from '../../src/runs/journal'
import { tabLocks } from '../../src/runs/locks'
import { plan } from '../../src/runs/plan'
import type { Receipt } from '../../src/runs/receipt'
import { countVerdicts, receiptOf } from '../../src/runs/run'
import { createRunner } from '../../src/runs/runner'
import { faultySystem, type SystemName } from './faultySystem'
import { time, write } from './report'

/**
 * A run of a thousand through a sandbox that fails a fifth of all calls: each verdict against what is so behind the API.
 * In Node and in one process, where time passes only while nobody works, and without rate limits of the sandbox's: what is
 * counted is verdicts, not seconds. The run keeps its own pace all the same.
 */

const people = 1_000
const vendors = { awork, workfront } as const satisfies Record<SystemName, Vendor>

test('a thousand verdicts while a fifth of all calls fails', async () => {
  const columns: (readonly string[])[] = []
  for (const name of ['awork', 'workfront'] as const) {
    const { receipt, wrong, twice, counted, took, seemed } = await runThrough(name)
    const verdicts = countVerdicts(receipt.items)
    columns.push([
      vendors[name].name,
      people.toLocaleString('en'),
      counted.calls.toLocaleString('en'),
      `${((100 * counted.failed) / counted.calls).toFixed(1)} %`,
      ...Object.values(verdicts).map(String),
      String(wrong.length),
      String(twice.length),
      `${(seemed / 60_000).toFixed(0)} min`,
      time(took),
    ])
    expect(wrong).toEqual([])
    expect(twice).toEqual([])
    expect(receipt.items).toHaveLength(people)
  }
  write(
    [
      'a run of a thousand, in process, without waiting',
      'users',
      'calls',
      'of them failed on purpose',
      'done',
      'already',
      'skipped',
      'blocked',
      'failed',
      'unknown',
      'verdicts that are not so behind the API',
      'users written to twice without a read between',
      'it would have taken',
      'it took',
    ],
    columns,
  )
})

async function runThrough(name: SystemName) {
  const started = performance.now()
  const hurried = hurryTime()
  const system = faultySystem(name, people * 2)
  try {
    const vendor = vendors[name]
    const credentials: Credentials = {
      token: () => 'sandbox-admin-acme',
      means: () => 'pasted',
      renew: async () => 'sandbox-admin-acme',
    }
    const { signal } = new AbortController()
    const operator = await vendor.identify(system.apiUrl, credentials, signal)
    const at = { apiUrl: system.apiUrl, clientId: undefined }
    const provider = vendor.connect(at, credentials, operator)
    const users = new Map<string, User>()
    for await (const update of provider.directory(signal))
      if (update.type === 'users') for (const user of update.users) users.set(user.id, user)
    const all = [...users.values()]
    const items = plan('deactivate', all, {
      connection: 'acme',
      provider,
      admins: { known: true, active: all.filter(isActiveAdmin) },
    })
      // Who has ways of their own is left out: here the calls fail, not the people.
      .filter(({ state, user }) => state === 'ready' && user.kind === 'person')
      .slice(-people)

    system.fail(0.2)
    const begun = Date.now()
    const receipt = await new Promise<Receipt>((resolve, reject) => {
      const locks = tabLocks()
      const runner = createRunner({
        clock: realClock,
        journal: openJournal({ name, locks }),
        locks,
        keepTab: () => {},
        report: reject,
        onEnd: run => resolve(receiptOf(run)),
      })
      runner.start({
        action: 'deactivate',
        reason: undefined,
        items,
        connections: [{ id: 'acme', name: 'Acme', provider }],
        forecastOf: () => undefined,
        cache: { write: (_connection, _user, send) => send(), seen: () => {} },
      })
    })
    const seemed = Date.now() - begun
    system.fail(0)

    const targets = targetsOf(provider.rules.deactivate)
    const wrong: string[] = []
    for (const { userId, verdict, after } of receipt.items) {
      const truth = await system.truth(userId)
      const isSo = truth !== 'active' && truth !== 'gone' && targets.includes(truth)
      const claimsIt = verdict === 'done' || verdict === 'already'
      const isRight =
        verdict === 'unknown'
          ? after === null
          : claimsIt === isSo && (after === null || (after === 'deactivated') === isSo)
      if (!isRight) wrong.push(`${userId}: ${verdict}, and is ${truth}`)
    }
    const twice = [...system.sent].filter(([, sent]) => sent.includes('WW')).map(([id]) => id)
    return {
      receipt,
      wrong,
      twice,
      seemed,
      counted: system.counted,
      took: performance.now() - started,
    }
  } finally {
    system.close()
    hurried.restore()
  }
}
