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
function chosenIn(cell: Cell, match: Match, connectionId: string, draft: Draft): Cell {
  if (cell.outcome !== 'several') return cell
  const id = draft.choices.get(choiceKey(match, connectionId))
  const user = cell.users.find(one => one.id === id)
  return user ? { outcome: 'found', user, by: 'choice', doubt: undefined, sameAs: undefined } : cell
}

/** Who was found may have been read again since. */
function asNow(cell: Cell, { directory }: LeaversGround): Cell {
  if (cell.outcome !== 'found') return cell
  const user = directory?.byId.get(cell.user.id)
  return user && user !== cell.user ? { ...cell, user } : cell
}

/** One place of the matrix: who is there, and whether they go. */
export type Place = {
  readonly cell: Cell
  /** Only of who is found. */
  readonly standing: Standing | undefined
  readonly isTicked: boolean
}

export type Placed = { readonly match: Match; readonly places: readonly Place[] }

/** Every person in every connection, with what the operator has said of them. */
export function placesOf(
  people: readonly Match[],
  grounds: readonly LeaversGround[],
  draft: Draft,
): readonly Placed[] {
  return people.map(match => ({
    match,
    places: grounds.map((ground, index): Place => {
      const asked: Cell = match.cells[index] ?? { outcome: 'notFound' }
      const cell = asNow(chosenIn(asked, match, ground.id, draft), ground)
      if (cell.outcome !== 'found') return { cell, standing: undefined, isTicked: false }
      const standing = standingOf(cell.user, ground)
      const ticked = draft.ticks.get(tickKey(ground.id, cell.user.id)) ?? cell.doubt === undefined
      return { cell, standing, isTicked: standing.state === 'ready' && ticked }
    }),
  }))
}

/** Who goes, in the order of the grounds, each once. */
export function goersOf(placed: readonly Placed[], grounds: readonly LeaversGround[]) {
  return grounds.map(({ id, provider }, index) => {
    const users = new Map<string, User>()
    for (const { places } of placed) {
      const place = places[index]
      if (place?.isTicked && place.cell.outcome === 'found')
        users.set(place.cell.user.id, place.cell.user)
    }
    return { connectionId: id, provider, users: [...users.values()] }
  })
}
