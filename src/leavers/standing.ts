import type { Directory } from '../directory/directory'
import type { User } from '../providers/provider'
import { adminsIn } from '../runs/admins'
import { plan } from '../runs/plan'
import type { Draft } from './draft'
import type { Cell, Match } from './match'
import type { LeaversGround } from './useGrounds'

/** What can be done with one user. */
export type Standing =
  | { readonly state: 'ready' }
  /** Nothing to do: already as they should be. */
  | { readonly state: 'inactive'; readonly reason: string }
  | { readonly state: 'blocked'; readonly reason: string }

const standings = new WeakMap<Directory, Map<string, Standing>>()

/** As the list has them now: worked out once for each list. */
function standingOf(user: User, ground: LeaversGround): Standing {
  const { directory } = ground
  if (!directory) return { state: 'blocked', reason: 'The list is being read' }
  const known = standings.get(directory) ?? new Map<string, Standing>()
  standings.set(directory, known)
  const standing = known.get(user.id) ?? workedOut(user, directory, ground)
  known.set(user.id, standing)
  return standing
}

function workedOut(user: User, directory: Directory, { id, provider }: LeaversGround): Standing {
  const context = { connection: id, provider, admins: adminsIn(directory) }
  const [only] = plan('deactivate', [user], context)
  if (!only || only.state === 'ready') return { state: 'ready' }
  return { state: only.state === 'skipped' ? 'inactive' : 'blocked', reason: only.reason }
}

/** One user in one connection, among all that were found. */
export const tickKey = (connectionId: string, userId: string) => `${connectionId} ${userId}`
export const choiceKey = ({ key }: Match, connectionId: string) => `${key} ${connectionId}`

/** What the operator chose makes of a cell in which several match. */
function chosenIn(cell: Cell, match: Match, connectionId: string, choices: Draft['choices']): Cell {
  if (cell.outcome !== 'several') return cell
  const id = choices.get(choiceKey(match, connectionId))
  const user = cell.users.find(one => one.id === id)
  return user ? { outcome: 'found', user, by: 'choice', doubt: undefined, sameAs: undefined } : cell
}

/** Who was found may have been read again since. */
function asNow(cell: Cell, { directory }: LeaversGround): Cell {
  if (cell.outcome !== 'found') return cell
  const user = directory?.byId.get(cell.user.id)
  return user && user !== cell.user ? { ...cell, user } : cell
}

/** One place of the matrix: who is there, and what can be done with them. */
export type Place = {
  readonly cell: Cell
  /** Only of who is found. */
  readonly standing: Standing | undefined
  /** On this line or on another they are named without doubt: they go unless the operator says no. */
  readonly isSure: boolean
  /** The word that says the opposite, on this line or on another: then they are not sure. */
  readonly objection: string | undefined
}

export type Placed = { readonly match: Match; readonly places: readonly Place[] }

/** Every person in every connection, with whom the operator chose. */
export function placesOf(
  people: readonly Match[],
  grounds: readonly LeaversGround[],
  choices: Draft['choices'],
): readonly Placed[] {
  const rows = people.map(match => ({
    match,
    cells: grounds.map((ground, index) =>
      asNow(
        chosenIn(match.cells[index] ?? { outcome: 'notFound' }, match, ground.id, choices),
        ground,
      ),
    ),
  }))
  // A user may be on several lines. They go or stay as one, whichever of the lines has the box.
  const said = grounds.map((_, index) => {
    const sure = new Set<string>()
    const objections = new Map<string, string>()
    for (const { match, cells } of rows) {
      const cell = cells[index]
      if (cell?.outcome !== 'found') continue
      if (cell.doubt === undefined) sure.add(cell.user.id)
      // Who was chosen by hand is meant.
      const { objection } = match.entry
      if (objection && cell.by !== 'choice') objections.set(cell.user.id, objection)
    }
    return { sure, objections }
  })
  return rows.map(({ match, cells }) => ({
    match,
    places: grounds.map((ground, index): Place => {
      const cell: Cell = cells[index] ?? { outcome: 'notFound' }
      if (cell.outcome !== 'found')
        return { cell, standing: undefined, isSure: false, objection: undefined }
      const { id } = cell.user
      const objection = said[index]?.objections.get(id)
      const isSure = objection === undefined && (said[index]?.sure.has(id) ?? false)
      return { cell, standing: standingOf(cell.user, ground), isSure, objection }
    }),
  }))
}

/** Whether who is there goes. */
export function isTicked(
  { cell, standing, isSure }: Place,
  { id }: LeaversGround,
  ticks: Draft['ticks'],
): boolean {
  if (cell.outcome !== 'found' || standing?.state !== 'ready') return false
  return ticks.get(tickKey(id, cell.user.id)) ?? isSure
}

/** Who goes, in the order of the grounds, each once. */
export function goersOf(
  placed: readonly Placed[],
  grounds: readonly LeaversGround[],
  ticks: Draft['ticks'],
) {
  return grounds.map((ground, index) => {
    const users = new Map<string, User>()
    for (const { places } of placed) {
      const place = places[index]
      if (place?.cell.outcome === 'found' && isTicked(place, ground, ticks))
        users.set(place.cell.user.id, place.cell.user)
    }
    return { connectionId: ground.id, provider: ground.provider, users: [...users.values()] }
  })
}

/** Of everybody who could go and of whom no line says the opposite: those are ticked one by one. */
export function possibleKeys(
  placed: readonly Placed[],
  grounds: readonly LeaversGround[],
): readonly string[] {
  const keys = placed.flatMap(({ places }) =>
    places.flatMap(({ cell, standing, objection }, index) => {
      const ground = grounds[index]
      if (!ground || cell.outcome !== 'found' || standing?.state !== 'ready') return []
      return objection === undefined ? [tickKey(ground.id, cell.user.id)] : []
    }),
  )
  return [...new Set(keys)]
}
