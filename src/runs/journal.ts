import { type Database, databaseNamed, stepsOf } from './database'
import { type Locks, locksOf } from './locks'
import type { Receipt } from './receipt'
import { receiptSchema } from './receiptFile'
import {
  fromKept,
  type RunRecord,
  type Step,
  stepSchema,
  toKept,
  unfinishedReceipt,
} from './runRecord'

/** Storage may be full, switched off or private: that is told, and the run can go on without it. */
export type Kept = { readonly kept: true } | NotKept
type NotKept = { readonly kept: false; readonly reason: string }

export type KeptReceipt = {
  readonly receipt: Receipt
  /** `interrupted`: nobody works on it any more; some of its users may not be settled. */
  readonly state: 'ended' | 'running' | 'interrupted'
}

export type ReceiptList =
  | {
      readonly kept: true
      /** Newest first. */
      readonly receipts: readonly KeptReceipt[]
      /** How many are there that could not be read, e.g. written by a newer version. */
      readonly unreadable: number
    }
  | NotKept

export type Unfinished = { readonly record: RunRecord; readonly steps: ReadonlyMap<number, Step> }
type Found<T> = { readonly kept: true; readonly found: T | undefined } | NotKept

/** Where runs and receipts are kept: in this browser, across tabs and sign-ins. Never a token. */
export type Journal = {
  /** Whether anything can be kept at all. */
  readonly check: () => Promise<Kept>
  readonly begin: (record: RunRecord) => Promise<Kept>
  readonly note: (runId: string, index: number, step: Step) => Promise<Kept>
  /** The receipt takes the place of the run. */
  readonly end: (receipt: Receipt) => Promise<Kept>
  readonly list: () => Promise<ReceiptList>
  readonly read: (id: string) => Promise<Found<KeptReceipt>>
  readonly unfinished: (id: string) => Promise<Found<Unfinished>>
  /** Keeps a receipt that comes from elsewhere. */
  readonly add: (receipt: Receipt) => Promise<Kept>
  /** Keeps of those the ones that are not here yet: all of them or, where the storage fails, none. */
  readonly addNew: (
    receipts: readonly Receipt[],
  ) => Promise<{ readonly kept: true; readonly added: number } | NotKept>
  readonly remove: (...ids: readonly string[]) => Promise<Kept>
  /** Calls back when receipts were added, changed or removed, in whichever tab. */
  readonly subscribe: (listener: () => void) => () => void
}

export const lockOf = (runId: string) => `rollcall-run-${runId}`

/** @param options `patience`: how long the storage may take for anything, in milliseconds */
export function openJournal(
  options: { readonly name?: string; readonly locks?: Locks; readonly patience?: number } = {},
): Journal {
  const {
    name = 'rollcall',
    locks = locksOf(globalThis.navigator?.locks),
    patience = 10_000,
  } = options
  const database = databaseNamed(name)
  const changes = changesOf(`${name}-receipts`)

  /** Does something with the storage; what goes wrong with it is a value. */
  async function keeping<T>(
    work: (db: Database) => Promise<T>,
  ): Promise<{ readonly kept: true; readonly value: T } | NotKept> {
    try {
      return { kept: true, value: await inTime(database().then(work), patience) }
    } catch (error) {
      return { kept: false, reason: storageWords(error) }
    }
  }
  async function changing(work: (db: Database) => Promise<unknown>): Promise<Kept> {
    const result = await keeping(work)
    if (result.kept) changes.tell()
    return result
  }
  async function shown({ record, steps }: Unfinished): Promise<KeptReceipt> {
    const running = await locks.isHeld(lockOf(record.id))
    return {
      receipt: unfinishedReceipt(record, steps, running),
      state: running ? 'running' : 'interrupted',
    }
  }

  return {
    check: () => keeping(db => db.count('runs')),
    begin: record =>
      changing(async db => {
        const { store, done } = db.transaction('runs', 'readwrite', onDisk)
        await Promise.all([store.put(toKept(record)), done])
      }),
    note: (run, index, step) =>
      keeping(async db => {
        const { store, done } = db.transaction('steps', 'readwrite', onDisk)
        await Promise.all([store.put({ run, index, step }), done])
      }),
    end: receipt => changing(db => replaceRun(db, receipt.id, receipt)),
    add: receipt => changing(db => db.put('receipts', receipt)),
    async addNew(receipts) {
      const result = await keeping(db => putNew(db, receipts))
      if (!result.kept) return result
      changes.tell()
      return { kept: true, added: result.value }
    },
    remove: (...ids) => changing(db => Promise.all(ids.map(id => replaceRun(db, id)))),
    async list() {
      const result = await keeping(async db => {
        const [stored, runs] = await Promise.all([
          db.getAllFromIndex('receipts', 'startedAt'),
          db.getAllKeys('runs'),
        ])
        const ended = stored.map(readStored)
        const unfinished = await Promise.all(
          runs.map(async id => {
            const run = await readUnfinished(db, id)
            return run && (await shown(run))
          }),
        )
        return [...ended, ...unfinished]
      })
      if (!result.kept) return result
      const receipts = result.value.filter(receipt => receipt !== undefined)
      receipts.sort((one, other) => (one.receipt.startedAt < other.receipt.startedAt ? 1 : -1))
      return { kept: true, receipts, unreadable: result.value.length - receipts.length }
    },
    async read(id) {
      const result = await keeping(async db => {
        const run = await readUnfinished(db, id)
        return run ? await shown(run) : readStored(await db.get('receipts', id))
      })
      return result.kept ? { kept: true, found: result.value } : result
    },
    async unfinished(id) {
      const result = await keeping(db => readUnfinished(db, id))
      return result.kept ? { kept: true, found: result.value } : result
    },
    subscribe: changes.subscribe,
  }
}

/** A write goes out only after this, so it must not get lost with the power either. */
const onDisk = { durability: 'strict' } as const

/** All or nothing: a run and its receipt are never both there, nor neither. */
async function replaceRun(db: Database, id: string, receipt?: Receipt): Promise<void> {
  const transaction = db.transaction(['runs', 'steps', 'receipts'], 'readwrite')
  const receipts = transaction.objectStore('receipts')
  await Promise.all([
    receipt ? receipts.put(receipt) : receipts.delete(id),
    transaction.objectStore('runs').delete(id),
    transaction.objectStore('steps').delete(stepsOf(id)),
    transaction.done,
  ])
}

/** Also who is here and cannot be read is left as it is. */
async function putNew(db: Database, receipts: readonly Receipt[]): Promise<number> {
  const transaction = db.transaction(['runs', 'receipts'], 'readwrite')
  const runs = transaction.objectStore('runs')
  const kept = transaction.objectStore('receipts')
  let added = 0
  const adding = receipts.map(async receipt => {
    const known = await Promise.all([runs.getKey(receipt.id), kept.getKey(receipt.id)])
    if (known.some(key => key !== undefined)) return
    await kept.add(receipt)
    added += 1
  })
  await Promise.all([...adding, transaction.done])
  return added
}

async function readUnfinished(db: Database, id: string): Promise<Unfinished | undefined> {
  const transaction = db.transaction(['runs', 'steps'])
  const [run, stored] = await Promise.all([
    transaction.objectStore('runs').get(id),
    transaction.objectStore('steps').getAll(stepsOf(id)),
  ])
  const record = fromKept(run)
  if (!record) return undefined
  const steps = new Map<number, Step>()
  for (const value of stored) {
    const parsed = stepSchema.safeParse(value)
    // Something was begun with them, whatever it says of it: that is to be read before anything else is.
    steps.set(value.index, parsed.success ? parsed.data.step : { state: 'intended' })
  }
  return { record, steps }
}

function readStored(value: unknown): KeptReceipt | undefined {
  const parsed = receiptSchema.safeParse(value)
  return parsed.success ? { receipt: parsed.data, state: 'ended' } : undefined
}

function changesOf(name: string) {
  const listeners = new Set<() => void>()
  const hear = () => {
    for (const listener of listeners) listener()
  }
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
  if (channel) channel.onmessage = hear
  return {
    tell() {
      hear()
      channel?.postMessage('changed')
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** A storage that is blocked by somebody else never answers, and a run must not wait for it for ever. */
function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function storageWords(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return 'The storage of this browser does not answer'
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return 'The storage of this browser is full'
  return 'This browser keeps nothing for this page: a private window, or storage switched off'
}
