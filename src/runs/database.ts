import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Receipt } from './receipt'
import type { KeptRun, Step } from './runRecord'

/** What comes back out is read as `unknown`, whatever this says: an older or newer version may have written it. */
interface Schema extends DBSchema {
  runs: { key: string; value: KeptRun }
  steps: { key: [string, number]; value: { run: string; index: number; step: Step } }
  receipts: { key: string; value: Receipt; indexes: { startedAt: string } }
}

export type Database = IDBPDatabase<Schema>

/** Opens the database when it is first needed, and again when the browser has closed it. */
export function databaseNamed(name: string): () => Promise<Database> {
  let opened: Promise<Database> | undefined
  const forget = () => {
    opened = undefined
  }
  return () => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('runs', { keyPath: 'id' })
        db.createObjectStore('steps', { keyPath: ['run', 'index'] })
        db.createObjectStore('receipts', { keyPath: 'id' }).createIndex('startedAt', 'startedAt')
      },
      // A newer version in another tab must not wait for this one.
      blocking(_current, _blocked, event) {
        if (event.target instanceof IDBDatabase) event.target.close()
        forget()
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget()
      throw error
    })
    return opened
  }
}

/** Everything kept of one run. */
export const stepsOf = (run: string) => IDBKeyRange.bound([run, 0], [run, Number.MAX_SAFE_INTEGER])
