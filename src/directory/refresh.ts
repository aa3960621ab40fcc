import { failureOf } from '../http/failure'
import type { Column, User } from '../providers/provider'
import type { Change, Changes } from './changes'
import { applyUpdate, type Directory, emptyDirectory, finished, partOf } from './directory'
import { type Reading, take } from './load'
import { inSlices } from './slices'

/** So few can have slipped from one page to another while pages were read: they are asked for one by one. */
const few = 25

/**
 * Reads everybody again. Until the end the list stays as it is; then it takes the answers over, except where a later
 * one is known, and says what changed. Who is not in the new list is gone if a read of their own says so; where that
 * would be many reads, the new list decides if nothing of it is missing. Rejects where nothing could be read.
 */
export async function refresh(reading: Reading, before: Directory): Promise<Directory> {
  const startedAt = Date.now()
  const { about, fresh } = await readAll(reading)
  const { parts, missing, total } = about
  const taken: Directory = { ...before, parts, missing, total }
  const columns = reading.provider.columns.filter(
    column => isKnown(before, column) && isKnown(taken, column),
  )
  const { added, changed } = await inSlices(comparing(before, fresh.values(), columns))
  await take(taken, [...fresh.values()])
  const unseen = unseenOf(before, fresh, startedAt)
  const gone =
    unseen.length <= few ? await asked(reading, taken, unseen) : missing.length > 0 ? [] : unseen
  reading.signal.throwIfAborted()
  const now = Date.now()
  for (const user of gone) taken.store.remove(user.id, now)
  const changes: Changes = {
    since: before.loadedAt ?? startedAt,
    added: before.state === 'complete' ? added : [],
    found: before.state === 'complete' ? 0 : added.length,
    removed: gone,
    changed,
  }
  return finished({ ...taken, changes }, now)
}

async function readAll({ provider, signal }: Reading) {
  const fresh = new Map<string, User>()
  // For what is said about the whole: the users are kept apart until all have come.
  let about = emptyDirectory({ columns: [], flags: [] })
  for await (const update of provider.directory(signal)) {
    signal.throwIfAborted()
    if (update.type !== 'users') about = applyUpdate(about, update)
    else
      for (const user of update.users) {
        const other = fresh.get(user.id)
        if (!other || other.readAt <= user.readAt) fresh.set(user.id, user)
      }
  }
  return { about, fresh }
}

function* comparing(before: Directory, fresh: Iterable<User>, columns: readonly Column[]) {
  const added: string[] = []
  const changed = new Map<string, readonly Change[]>()
  for (const user of fresh) {
    const known = before.byId.get(user.id)
    const changes = known && known.readAt <= user.readAt ? compare(known, user, columns) : []
    if (!known) added.push(user.id)
    if (changes.length > 0) changed.set(user.id, changes)
    yield
  }
  return { added, changed }
}

function compare(known: User, user: User, columns: readonly Column[]): readonly Change[] {
  const changes: Change[] = []
  for (const { id, values } of columns) {
    const [before, after] = [values(known), values(user)]
    if (before.length !== after.length || before.some((value, at) => value !== after[at]))
      changes.push({ column: id, before, after })
  }
  return changes
}

/** Who was read or verified after the refresh had begun is there, whatever its pages say. */
function unseenOf(before: Directory, fresh: ReadonlyMap<string, User>, startedAt: number) {
  return before.store.everybody().filter(user => user.readAt < startedAt && !fresh.has(user.id))
}

/** Those of them who are no longer there. Who cannot be asked for stays; who is still there is as just read. */
async function asked({ provider, signal }: Reading, { store }: Directory, users: readonly User[]) {
  const gone: User[] = []
  for (const user of users) {
    const found = await provider.user(user.id, signal).catch((error: unknown) => {
      failureOf(error)
      return user
    })
    if (found) store.put([found])
    else gone.push(user)
  }
  return gone
}

const isKnown = (directory: Directory, column: Column) =>
  partOf(directory, column).state === 'known'
