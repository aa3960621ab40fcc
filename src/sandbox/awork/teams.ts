import { Hono } from 'hono'
import { z } from 'zod'
import type { StoredUser, Team } from '../population/model'
import { written } from '../population/seeded'
import type { AworkContext, AworkEnv } from './env'
import { invalid, notFound } from './errors'
import { page } from './list'
import { needsAdmin } from './rights'

/** https://developers.awork.com/api-reference/teams */
export const teams = new Hono<AworkEnv>()

teams.get('/teams', c => {
  const members = membersOf(c)
  return page(c, c.var.workspace.population.teams, team => onWire(c, team, members))
})

teams.get('/teams/:teamId', c => {
  const team = teamOf(c, c.req.param('teamId'))
  return team ? c.json(onWire(c, team, membersOf(c))) : notFound(c, 'team')
})

const userIds = z.array(z.string())

teams.post('/teams/:teamId/addusers', needsAdmin, c => {
  const team = teamOf(c, c.req.param('teamId'))
  if (!team) return notFound(c, 'team')
  const asked = usersOf(c)
  if ('answer' in asked) return asked.answer
  for (const user of asked.users)
    putIn(c, user, [...user.teamIds.filter(id => id !== team.id), team.id])
  return c.json(asked.users.map(({ id }) => ({ userId: id, teamId: team.id })))
})

teams.post('/teams/:teamId/removeusers', needsAdmin, c => {
  const team = teamOf(c, c.req.param('teamId'))
  if (!team) return notFound(c, 'team')
  const asked = usersOf(c)
  if ('answer' in asked) return asked.answer
  for (const user of asked.users)
    putIn(
      c,
      user,
      user.teamIds.filter(id => id !== team.id),
    )
  return c.body(null, 204)
})

function usersOf(c: AworkContext): { users: readonly StoredUser[] } | { answer: Response } {
  const ids = userIds.safeParse(c.var.body)
  if (!ids.success) return { answer: invalid(c, ids.error) }
  const users = ids.data.flatMap(id => c.var.workspace.user(id) ?? [])
  return users.length === ids.data.length ? { users } : { answer: notFound(c, 'user') }
}

function putIn(c: AworkContext, user: StoredUser, teamIds: readonly string[]): void {
  c.var.workspace.put({
    ...user,
    teamIds,
    updatedOn: written(c.var.world.now()),
    updatedBy: c.var.caller.user.id,
  })
}

function teamOf(c: AworkContext, id: string): Team | undefined {
  return c.var.workspace.population.teams.find(team => team.id === id)
}

/** Who is in which team, by the team's id; `undefined`: nobody asked. */
function membersOf(c: AworkContext): ReadonlyMap<string, readonly string[]> | undefined {
  if (!asks(c, 'includeUserIds')) return undefined
  const { workspace } = c.var
  const members = new Map(workspace.population.teams.map(({ id }) => [id, [] as string[]]))
  for (const { id, teamIds } of workspace.users()) {
    for (const teamId of teamIds) members.get(teamId)?.push(id)
  }
  return members
}

function asks(c: AworkContext, name: string): boolean {
  return c.req.query(name)?.toLowerCase() === 'true'
}

function onWire(c: AworkContext, team: Team, members: ReturnType<typeof membersOf>) {
  return {
    ...team,
    userIds: members?.get(team.id),
    projectIds: asks(c, 'includeProjectIds') ? [] : undefined,
    createdOn: '2021-06-01T12:10:04.9Z',
    updatedOn: '2021-06-01T12:10:04.9Z',
  }
}
