import { failureOf } from '../../http/failure'
import { reasonFor } from '../../http/words'
import type { Action, Figure, Forecast, Operator, RunOrder, User } from '../provider'
import type { Reads } from './reads'
import { configRight, reasonAgainst } from './rights'
import type { Project } from './wire'

/** What can be known before; each figure on its own, so that one failing read costs one figure. */
export async function forecast(
  reads: Pick<Reads, 'openTasks' | 'projects' | 'apiUsers'>,
  operator: Operator,
  user: Pick<User, 'id'>,
  action: Action,
  signal: AbortSignal,
  order: RunOrder = new Map(),
): Promise<Forecast> {
  switch (action) {
    case 'activate':
    case 'unarchive':
      return {}
    case 'deactivate':
    case 'archive':
    case 'delete':
      break
  }
  const projects = reads.projects.recent(signal)
  const [openTasks, projectsLed, apiUsersCreated, privateProjects] = await Promise.all([
    figure(async () => {
      const { rows, isWhole } = await reads.openTasks(user.id, signal)
      const places = new Set(rows.flatMap(({ projectId }) => projectId ?? [])).size
      const detail = `in ${places} ${places === 1 ? 'project' : 'projects'}`
      return { ...known(rows.length, isWhole), ...(places > 0 ? { detail } : {}) }
    }),
    figure(async () => {
      const { rows, isWhole } = await projects
      return named(
        rows.filter(project => leads(project, user.id)),
        isWhole,
      )
    }),
    figure(async () => {
      const reason = reasonAgainst(operator, configRight)
      if (reason) return { known: false, reason }
      const all = [...(await reads.apiUsers.recent(signal)).values()]
      const theirs = all.filter(({ createdBy }) => createdBy === user.id)
      return { ...named(theirs, true), ...(theirs.length > 0 ? { seenAt: 'apiUsers' } : {}) }
    }),
    figure(async () => {
      const { rows } = await projects
      // A lower bound whatever we do: there may be more that only their members see.
      return named(
        rows.filter(project => isLeftAlone(project, user.id, order)),
        false,
      )
    }),
  ])
  return {
    openTasks,
    projectsLed,
    apiUsersCreated,
    privateProjects,
    // https://support.awork.com/en/articles/6175512
    privateProjectsHidden: {
      known: false,
      reason:
        'awork shows private projects to their members only. Some may be reassigned or deleted.',
    },
  }
}

function leads(project: Project, userId: string): boolean {
  return (
    !project.isClosed && project.members.some(({ userId: id, leads }) => id === userId && leads)
  )
}

/**
 * Private, this user's, and nobody else seen in it who could take over. Who goes later in the same run still could, also
 * when several go at once; who goes earlier could not.
 */
function isLeftAlone(project: Project, userId: string, order: RunOrder): boolean {
  const isTheirs =
    project.createdBy === userId || project.members.some(member => member.userId === userId)
  const place = order.get(userId)
  const stays = (member: Project['members'][number]) => {
    const theirs = order.get(member.userId)
    return place === undefined || theirs === undefined ? member.isActive : theirs > place
  }
  return (
    project.isPrivate &&
    isTheirs &&
    !project.members.some(member => member.userId !== userId && stays(member))
  )
}

function named(found: readonly { readonly name: string }[], isWhole: boolean) {
  return { ...known(found.length, isWhole), names: found.map(({ name }) => name) }
}

function known(value: number, isWhole: boolean) {
  return { known: true, value, ...(isWhole ? {} : { atLeast: true as const }) } as const
}

async function figure(read: () => Promise<Figure>): Promise<Figure> {
  try {
    return await read()
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'aborted') throw error
    return { known: false, reason: reasonFor(failure, { provider: 'awork' }) }
  }
}
