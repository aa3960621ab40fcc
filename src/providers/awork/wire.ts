import * as z from 'zod/mini'
import { flag, listOf, type Parsed, parsed, text } from '../parsing'
import { rightName } from './rights'

/**
 * From awork's answers to our words: only the fields we use, unknown ones ignored, `null` and missing the same,
 * because awork leaves null properties out. https://developers.awork.com/apiv1/users
 */
const count = z.nullish(z.number())
const meWire = z.object({
  id: z.string().check(z.minLength(1)),
  workspace: z.nullish(z.object({ id: text, name: text, url: text })),
})

export function toWorkspace(
  wire: unknown,
): Parsed<{ id: string; name: string; url: string | undefined }> {
  return parsed(meWire, wire, ({ workspace }) => ({
    id: workspace?.id || '',
    name: workspace?.name || 'awork',
    url: webAddress(workspace?.url),
  }))
}

/** A link we offer to open must not be a script. */
function webAddress(wire: string | null | undefined): string | undefined {
  return wire && URL.canParse(wire) && /^https?:$/.test(new URL(wire).protocol) ? wire : undefined
}

const permissionsWire = z.object({
  userPermission: z.object({
    isAdmin: flag,
    permissions: listOf(z.object({ feature: text, accessLevels: listOf(z.string()) })),
  }),
})

export function toPermissions(
  wire: unknown,
): Parsed<{ isAdmin: boolean; rights: readonly string[] }> {
  return parsed(permissionsWire, wire, ({ userPermission }) => ({
    isAdmin: userPermission.isAdmin === true,
    rights: (userPermission.permissions ?? []).flatMap(({ feature, accessLevels }) =>
      feature ? (accessLevels ?? []).map(level => rightName(feature, level)) : [],
    ),
  }))
}

const rolesWire = z.array(
  z.object({ id: z.string(), name: text, isAdminRole: flag, isArchived: flag }),
)
export type Role = {
  readonly id: string
  readonly name: string
  readonly isAdmin: boolean
  readonly isArchived: boolean
}

export function toRoles(wire: unknown): Parsed<readonly Role[]> {
  return parsed(rolesWire, wire, roles =>
    roles.map(({ id, name, isAdminRole, isArchived }) => ({
      id,
      name: name || id,
      isAdmin: isAdminRole === true,
      isArchived: isArchived === true,
    })),
  )
}

const membersWire = z.array(z.object({ userId: z.string(), isDeactivated: flag }))
export type RoleMember = { readonly userId: string; readonly isDeactivated: boolean }

export function toRoleMembers(wire: unknown): Parsed<readonly RoleMember[]> {
  return parsed(membersWire, wire, members =>
    members.map(({ userId, isDeactivated }) => ({ userId, isDeactivated: isDeactivated === true })),
  )
}

/** https://developers.awork.com/apiv1/api-users */
const apiUserWire = z.object({
  id: z.string().check(z.minLength(1)),
  name: text,
  roleId: text,
  clientId: text,
  createdOn: text,
  createdBy: text,
  updatedOn: text,
})
export type ApiUser = {
  readonly id: string
  readonly name: string
  readonly roleId: string | undefined
  readonly clientId: string | undefined
  readonly createdAt: string | undefined
  readonly createdBy: string | undefined
  readonly updatedAt: string | undefined
}

export function toApiUser(wire: unknown): Parsed<ApiUser> {
  return parsed(apiUserWire, wire, apiUser)
}

export function toApiUsers(wire: unknown): Parsed<readonly ApiUser[]> {
  return parsed(z.array(apiUserWire), wire, users => users.map(apiUser))
}

function apiUser(wire: z.infer<typeof apiUserWire>): ApiUser {
  return {
    id: wire.id,
    name: wire.name || wire.id,
    roleId: wire.roleId || undefined,
    clientId: wire.clientId || undefined,
    createdAt: instantOf(wire.createdOn),
    createdBy: wire.createdBy || undefined,
    updatedAt: instantOf(wire.updatedOn),
  }
}

const projectsWire = z.array(
  z.object({
    id: z.string(),
    name: text,
    isPrivate: flag,
    closedOn: text,
    createdBy: text,
    members: listOf(z.object({ userId: text, isResponsible: flag, isDeactivated: flag })),
  }),
)
export type Project = {
  readonly id: string
  readonly name: string
  readonly isPrivate: boolean
  readonly isClosed: boolean
  readonly createdBy: string | undefined
  readonly members: readonly {
    readonly userId: string
    readonly leads: boolean
    readonly isActive: boolean
  }[]
}

export function toProjects(wire: unknown): Parsed<readonly Project[]> {
  return parsed(projectsWire, wire, projects =>
    projects.map(project => ({
      id: project.id,
      name: project.name || project.id,
      isPrivate: project.isPrivate === true,
      isClosed: Boolean(project.closedOn),
      createdBy: project.createdBy || undefined,
      members: (project.members ?? []).flatMap(member =>
        member.userId
          ? [
              {
                userId: member.userId,
                leads: member.isResponsible === true,
                isActive: member.isDeactivated !== true,
              },
            ]
          : [],
      ),
    })),
  )
}

const tasksWire = z.array(
  z.object({
    closedOn: text,
    projectId: text,
    taskStatus: z.nullish(z.object({ type: text })),
  }),
)
export type Task = { readonly isOpen: boolean; readonly projectId: string | undefined }

export function toTasks(wire: unknown): Parsed<readonly Task[]> {
  return parsed(tasksWire, wire, tasks =>
    tasks.map(({ closedOn, projectId, taskStatus }) => ({
      isOpen: !closedOn && taskStatus?.type !== 'done',
      projectId: projectId || undefined,
    })),
  )
}

const summaryWire = z.object({
  privateProjectManagersReassignedCount: count,
  privateProjectsDeletedCount: count,
})

/** What of the summary could be read: the write is through, so an odd summary is an absent one, not a failure. */
export function toSummary(wire: unknown): Readonly<Record<string, number>> | undefined {
  const summary = z.safeParse(summaryWire, wire)
  if (!summary.success) return undefined
  const { privateProjectManagersReassignedCount, privateProjectsDeletedCount } = summary.data
  const figures = {
    ...(privateProjectManagersReassignedCount == null
      ? {}
      : { privateProjectManagersReassigned: privateProjectManagersReassignedCount }),
    ...(privateProjectsDeletedCount == null
      ? {}
      : { privateProjectsDeleted: privateProjectsDeletedCount }),
  }
  return Object.keys(figures).length === 0 ? undefined : figures
}

/** awork's times are UTC with a varying number of digits; whatever is no time is not known. */
export function instantOf(wire: string | null | undefined): string | undefined {
  if (!wire) return undefined
  const time = new Date(/(z|[+-]\d\d:?\d\d)$/i.test(wire) ? wire : `${wire}Z`)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}
