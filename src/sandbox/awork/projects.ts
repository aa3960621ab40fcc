import { Hono } from 'hono'
import type { Project } from '../population/model'
import { rollOf, uuidOf } from '../population/seeded'
import type { Workspace } from '../workspace'
import type { AworkEnv } from './env'
import { notFound } from './errors'
import { page } from './list'

/** https://developers.awork.com/api-reference/projects */
export const projects = new Hono<AworkEnv>()

/** Private projects "can only be seen by the creator and the project members", whatever their role. */
function isVisible(project: Project, userId: string): boolean {
  return (
    !project.isPrivate ||
    project.createdBy === userId ||
    project.members.some(member => member.userId === userId)
  )
}

projects.get('/projects', c => {
  const { workspace, caller } = c.var
  const visible = workspace.projects().filter(project => isVisible(project, caller.user.id))
  return page(c, visible, project => onWire(workspace, project))
})

projects.get('/projects/:projectId', c => {
  const { workspace, caller } = c.var
  const project = workspace.projects().find(({ id }) => id === c.req.param('projectId'))
  if (!project || !isVisible(project, caller.user.id)) return notFound(c, 'project')
  return c.json(onWire(workspace, project))
})

/** https://developers.awork.com/api-reference/assigned-tasks: open ones, and a few that are done. */
projects.get('/users/:userId/assignedtasks', c => {
  const { workspace } = c.var
  const user = workspace.user(c.req.param('userId'))
  if (!user) return notFound(c, 'user')
  const open = workspace.population.openTasks.get(user.id) ?? rollOf(user.id, 9)
  const homes = workspace
    .projects()
    .filter(
      ({ isPrivate, members }) => !isPrivate && members.some(({ userId }) => userId === user.id),
    )
    .slice(0, 4)
  const tasks = Array.from({ length: open }, (_, n) => ({
    n,
    home: homes[n % Math.max(1, homes.length)],
  }))
  return page(c, tasks, ({ n, home }) => taskOnWire(workspace, user.id, n, home))
})

function onWire(workspace: Workspace, project: Project) {
  return {
    id: project.id,
    name: project.name,
    isPrivate: project.isPrivate,
    hasImage: false,
    isExternal: false,
    color: 'blue',
    projectStatus: { id: uuidOf('project status'), name: 'In progress', type: 'progress' },
    members: project.members.map(({ userId, isResponsible }) => {
      const user = workspace.user(userId)
      return {
        id: uuidOf(`${project.id} member ${userId}`),
        userId,
        firstName: user?.firstName,
        lastName: user?.lastName,
        hasImage: false,
        projectRoleId: uuidOf(`project role ${isResponsible}`),
        projectRoleName: isResponsible ? 'Project manager' : 'Member',
        isResponsible,
        isDeactivated: user?.isDeactivated ?? true,
        isExternal: user?.kind === 'external',
      }
    }),
    createdOn: project.createdOn,
    createdBy: project.createdBy,
    updatedOn: project.createdOn,
    updatedBy: project.createdBy,
  }
}

const verbs = ['Agree', 'Book', 'Check', 'Draft', 'Order', 'Plan', 'Review', 'Send', 'Update']
const objects = [
  'the budget',
  'the contract',
  'the guest list',
  'the invoice',
  'the poster',
  'the schedule',
  'the text',
]

function taskOnWire(workspace: Workspace, userId: string, n: number, home: Project | undefined) {
  const user = workspace.user(userId)
  const started = home?.createdOn ?? '2026-03-02T09:30:00Z'
  return {
    id: uuidOf(`${userId} task ${n}`),
    name: `${verbs[n % verbs.length]} ${objects[n % objects.length]}`,
    baseType: home ? 'projecttask' : 'private',
    isPrio: n % 7 === 0,
    isExternal: false,
    taskStatus: { id: uuidOf('task status'), name: 'In progress', type: 'progress' },
    projectId: home?.id,
    project: home && { id: home.id, name: home.name, isPrivate: home.isPrivate, hasImage: false },
    assignees: user && [
      {
        id: userId,
        firstName: user.firstName,
        lastName: user.lastName,
        isExternal: user.kind === 'external',
      },
    ],
    closedOn: undefined,
    createdOn: started,
    createdBy: userId,
    updatedOn: started,
    updatedBy: userId,
    userId: home ? undefined : userId,
  }
}
