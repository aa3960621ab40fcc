import { isUsable, type Project } from '../population/model'
import type { Workspace } from '../workspace'

/**
 * "Private project orphan resolution": awork documents only the two counters. Here: a private project whose last
 * responsible member goes is handed to another active member; one in which no active person is left is deleted, for
 * good. It happens on archiving and deleting too, where awork reports nothing.
 */
export function resolveOrphans(workspace: Workspace, leavingId: string) {
  let reassigned = 0
  let deleted = 0
  for (const project of workspace.projects()) {
    if (!project.isPrivate || !project.members.some(({ userId }) => userId === leavingId)) continue
    const staying = project.members.filter(
      ({ userId }) => userId !== leavingId && isThere(workspace, userId),
    )
    if (staying.length === 0) {
      workspace.removeProject(project.id)
      deleted += 1
    } else if (!staying.some(({ isResponsible }) => isResponsible) && leads(project, leavingId)) {
      workspace.putProject(handedTo(project, staying[0]?.userId))
      reassigned += 1
    }
  }
  return { privateProjectManagersReassignedCount: reassigned, privateProjectsDeletedCount: deleted }
}

function leads(project: Project, userId: string): boolean {
  return project.members.some(member => member.userId === userId && member.isResponsible)
}

function isThere(workspace: Workspace, userId: string): boolean {
  const user = workspace.user(userId)
  return user !== undefined && user.kind === 'person' && isUsable(user)
}

function handedTo(project: Project, userId: string | undefined): Project {
  return {
    ...project,
    members: project.members.map(member => ({
      ...member,
      isResponsible: member.userId === userId,
    })),
  }
}
