import { failureOf } from '../../http/failure'
import { reasonFor } from '../../http/words'
import type { Action, Figure, Forecast, Operator, User } from '../provider'
import { type Reads, seeRight } from './reads'

type Count = {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly right: string
}

/** Not finished, in whatever status: of those each customer has their own. */
const unfinished = { actualCompletionDate: '', actualCompletionDate_Mod: 'isnull' }

/**
 * What `count` can tell. By which fields one may count is in the API explorer only, so each figure stands on its own
 * and may be refused. https://experience.workfront.com/s/api-explorer
 */
function countsFor(id: string): Readonly<Record<string, Count>> {
  const assigned = { 'assignments:assignedToID': id, ...unfinished }
  return {
    openTasks: { path: '/task', query: assigned, right: 'Tasks: View' },
    openIssues: { path: '/optask', query: assigned, right: 'Issues: View' },
    approvalsWaiting: { path: '/awapvl', query: { approverID: id }, right: 'Approvals: View' },
    directReports: {
      path: '/user',
      query: { managerID: id, isActive: 'true' },
      right: seeRight,
    },
    projectsOwned: {
      path: '/proj',
      query: { ownerID: id, ...unfinished },
      right: 'Projects: View',
    },
  }
}

/** What can be known before; each figure on its own, so that one failing count costs one figure. */
export async function forecast(
  reads: Pick<Reads, 'count'>,
  operator: Pick<Operator, 'isAdmin'>,
  user: Pick<User, 'id'>,
  action: Action,
  signal: AbortSignal,
): Promise<Forecast> {
  if (action !== 'deactivate') return {}
  const figures = Object.entries(countsFor(user.id)).map(async ([key, count]) => {
    const figure = await figureOf(reads, count, signal)
    return [key, operator.isAdmin ? figure : asSeen(figure)] as const
  })
  return Object.fromEntries(await Promise.all(figures))
}

/** Who is no administrator is shown less, without a word: what they may not see is not counted for them either. */
function asSeen(figure: Figure): Figure {
  if (!figure.known) return figure
  return figure.value > 0
    ? { ...figure, atLeast: true, detail: 'that you may see' }
    : { known: false, reason: 'None that you may see. Of others Workfront tells you nothing.' }
}

async function figureOf(
  reads: Pick<Reads, 'count'>,
  { path, query, right }: Count,
  signal: AbortSignal,
): Promise<Figure> {
  try {
    return { known: true, value: await reads.count(path, query, signal, right) }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'aborted') throw error
    return { known: false, reason: reasonFor(failure, { provider: 'Workfront' }) }
  }
}
