import { describe, expect, it } from 'vitest'
import type { Action, Forecast, Provider, RunOrder, User } from '../provider'
import { able, act, createStage, hurry, never, type Stage, userNamed } from './sandbox.test.stage'

async function forecastOf(
  stage: Stage,
  provider: Provider,
  name: string,
  action: Action = 'deactivate',
): Promise<Forecast> {
  const user = await provider.user(await stage.idOf(name), never)
  if (!user || 'reason' in provider.forecast) throw new Error('expected a user and a forecast')
  return provider.forecast.run(user, action, never)
}

describe('the forecast', () => {
  it('reads each figure, with names', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    expect(await forecastOf(stage, provider, 'Olga Owner')).toEqual({
      openTasks: { known: true, value: 12, detail: expect.stringMatching(/^in [34] projects$/) },
      projectsLed: {
        known: true,
        value: expect.any(Number),
        names: expect.arrayContaining(['Trade fair 2027', 'Website relaunch', 'Onboarding']),
      },
      apiUsersCreated: { known: true, value: 1, names: ['Marketing Sync'], seenAt: 'apiUsers' },
      privateProjects: { known: true, value: 1, atLeast: true, names: ['Salary review 2027'] },
      privateProjectsHidden: {
        known: false,
        reason:
          'awork shows private projects to their members only. Some may be reassigned or deleted.',
      },
    })
  })

  it('knows a real zero', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const { apiUsersCreated, privateProjects } = await forecastOf(
      stage,
      provider,
      'Marta Kowalczyk',
    )
    expect(apiUsersCreated).toEqual({ known: true, value: 0, names: [] })
    expect(privateProjects).toMatchObject({ known: true, value: 0, atLeast: true })
  })

  it('says which right a figure would need', async () => {
    const stage = createStage()
    const provider = await stage.connect('manager')
    const { apiUsersCreated, openTasks } = await forecastOf(stage, provider, 'Olga Owner')
    expect(apiUsersCreated).toEqual({
      known: false,
      reason: 'Needs workspace-manage-config: read. An admin has it.',
    })
    expect(openTasks).toMatchObject({ known: true, value: 12 })
    expect(stage.asked.filter(call => call.includes('/apiusers'))).toEqual([])
  })

  it('loses one figure to one failing read, never to a zero', async () => {
    hurry()
    const stage = createStage()
    const provider = await stage.connect('admin')
    await stage.fault({ kind: 'status', status: 500, path: '/users/:id/assignedtasks' })
    await stage.fault({ kind: 'nonsense', path: '/projects' })
    const forecast = await forecastOf(stage, provider, 'Olga Owner')
    expect(forecast['openTasks']).toEqual({ known: false, reason: 'awork failed with 500.' })
    expect(forecast['projectsLed']).toMatchObject({
      known: false,
      reason: expect.stringContaining('/projects: body'),
    })
    expect(forecast['privateProjects']).toMatchObject({ known: false })
    expect(forecast['apiUsersCreated']).toMatchObject({ known: true, value: 1 })
  })

  it('counts tasks itself where awork does not take the filter', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const query = { filterby: "taskStatus/type ne 'done'" }
    const body = { code: 'invalid-filter-or-order', description: 'No.', link: '' }
    await stage.fault({ kind: 'status', status: 400, query, body })
    const { openTasks } = await forecastOf(stage, provider, 'Olga Owner')
    expect(openTasks).toMatchObject({ known: true, value: 12 })
  })

  it('counts what two leave behind together for the later of them', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const tamara = await userNamed(stage, provider, 'Tamara Lindholm')
    const anne = await userNamed(stage, provider, 'Anne Lindgren')
    const order = new Map([
      [tamara.id, 0],
      [anne.id, 1],
    ])
    const privateProjectsOf = async (user: User, run?: RunOrder) =>
      (await able(provider.forecast)(user, 'deactivate', never, run))['privateProjects']
    const none = { known: true, value: 0, atLeast: true, names: [] }
    const one = { ...none, value: 1, names: ['Farewell for Dagmar'] }
    expect(await privateProjectsOf(anne)).toEqual(none)
    expect(await privateProjectsOf(tamara, order)).toEqual(none)
    expect(await privateProjectsOf(anne, order)).toEqual(one)
    // Read again after the other has gone, in whichever order they went: it is what was foreseen.
    await act(provider, 'deactivate', anne)
    const later = await stage.connect('admin')
    const after = await able(later.forecast)(tamara, 'deactivate', never, order)
    expect(after['privateProjects']).toEqual(none)
    const alone = await able(later.forecast)(tamara, 'deactivate', never)
    expect(alone['privateProjects']).toEqual(one)
    const summary = await act(later, 'deactivate', tamara)
    expect(summary).toMatchObject({ privateProjectsDeleted: 1 })
  })

  it('reads the projects once for many users', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    await forecastOf(stage, provider, 'Olga Owner')
    await forecastOf(stage, provider, 'Dagmar Petersen', 'archive')
    await forecastOf(stage, provider, 'Amara Okafor', 'delete')
    expect(stage.asked.filter(call => call.startsWith('GET /projects'))).toHaveLength(1)
  })

  it.each(['activate', 'unarchive'] as const)('has nothing to say before %s', async action => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    expect(await forecastOf(stage, provider, 'Elif Demir', action)).toEqual({})
  })

  it('ends when it is cancelled', async () => {
    const stage = createStage()
    const provider = await stage.connect('admin')
    const user = await provider.user(await stage.idOf('Olga Owner'), never)
    if (!user || 'reason' in provider.forecast) throw new Error('expected a user and a forecast')
    const controller = new AbortController()
    const reading = provider.forecast.run(user, 'deactivate', controller.signal)
    controller.abort()
    await expect(reading).rejects.toMatchObject({ failure: { kind: 'aborted' } })
  })
})
