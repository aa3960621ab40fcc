import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter, Route, Routes } from 'react-router'
import { describe, expect, it } from 'vitest'
import { ApiUsersPage } from '../api-users/ApiUsersPage'
import { filterOptions, flagCount } from '../directory/filters'
import { load } from '../directory/load'
import { usersOf, viewOf } from '../directory/view'
import type { Action, Provider } from '../providers/provider'
import { turnstile } from '../providers/testing/turnstile.test.stage'
import { Consequences } from '../runs/Consequences'
import { ForecastLines } from '../runs/ForecastLines'
import { fakeClock } from '../runs/fakeClock'
import { NotHandled } from '../runs/NotHandled'
import { perform } from '../runs/perform'
import { plan } from '../runs/plan'
import { parseConfig } from '../session/config'
import { fakeBrowser } from '../session/fakeBrowser'
import { ConnectionContext } from '../session/SessionsContext'
import { createSessions } from '../session/session'
import { checkPasted } from '../session/signIn'
import { contentOf } from '../users/cell'
import { readQuery, writeQuery } from '../users/query'
import { UserRow } from '../users/UserRow'
import { UserPage } from './UserPage'

const never = new AbortController().signal

/** From the config to somebody who is signed in, in a system that nothing but its own folder knows. */
async function signIn() {
  const { listed, opened } = turnstile()
  const vendors = { turnstile: listed }
  const connection = { id: 'tower', provider: 'turnstile', name: 'Tower', apiUrl: '/badges' }
  const read = parseConfig(JSON.stringify({ connections: [connection] }), Object.keys(vendors))
  if (!('config' in read)) throw new Error('The config was not taken')
  const environment = fakeBrowser(() => Promise.reject(new Error('no network'))).tab()
  const sessions = await createSessions({ config: read.config, vendors, environment })
  const [tower] = read.config.connections
  if (!tower) throw new Error('There is no connection')
  const checked = await checkPasted(sessions, tower, 'code')
  if ('problem' in checked) throw new Error(checked.problem.kind)
  sessions.start(tower, checked.identity)
  const provider = sessions.snapshot().sessions[0]?.provider
  if (!provider) throw new Error('Nobody is signed in')
  return {
    provider,
    opened,
    connection: tower,
    directory: await load({ provider, signal: never }, () => {}),
  }
}

type Signed = Awaited<ReturnType<typeof signIn>>

const listed = ({ provider, directory }: Signed, search: string) =>
  usersOf(viewOf(directory, readQuery(new URLSearchParams(search), provider))).map(
    ({ name }) => name,
  )

const context = ({ provider, directory }: Signed) => ({
  connection: 'tower',
  provider,
  admins: { known: true, active: directory.users.filter(user => user.isAdmin) } as const,
})

/** The page as it is first drawn, without markup. */
function shown({ connection, provider }: Signed, path: string, page: ReactNode): string {
  const markup = renderToStaticMarkup(
    <ConnectionContext
      value={{
        connection,
        provider,
        operator: provider.operator,
        means: 'pasted',
        stop: undefined,
      }}
    >
      <MemoryRouter initialEntries={[`/tower/${path}`]}>
        <Routes>
          <Route path=":connection/users/:id?" element={page} />
          <Route path=":connection/api-users" element={page} />
        </Routes>
      </MemoryRouter>
    </ConnectionContext>,
  )
  return markup.replace(/<title>.*?<\/title>|<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

function act(
  provider: Provider,
  action: Action,
  user: Parameters<typeof perform>[1],
  choice?: string,
) {
  return perform(action, user, provider, {
    clock: fakeClock(),
    signal: never,
    clearance: async () => {},
    intend: async () => {},
    write: (seen, send) => send(seen, never, choice),
    onSeen: () => {},
    onWait: () => {},
    alone: (_over, work) => work(),
  })
}

describe('a system that Rollcall has never heard of', () => {
  it('is listed, searched, filtered, counted and flagged by the columns it brings', async () => {
    const signed = await signIn()
    const { provider, directory } = signed
    expect(directory.state).toBe('complete')
    expect(listed(signed, '')).toEqual(['Åke Lund', 'Gus Guard', 'Ida Berg'])
    expect(listed(signed, 'q=14th')).toEqual(['Åke Lund', 'Ida Berg'])
    expect(listed(signed, 'floor=Ground')).toEqual(['Gus Guard'])
    expect(listed(signed, 'status=active&is=high')).toEqual(['Ida Berg'])
    expect(listed(signed, provider.views[0]?.search ?? '')).toEqual(['Åke Lund', 'Ida Berg'])
    const view = viewOf(directory, readQuery(new URLSearchParams(''), provider))
    const floor = provider.columns.find(({ id }) => id === 'floor')
    expect(floor && filterOptions(view, floor)).toEqual([
      { value: '14th', count: 2, chosen: false },
      { value: 'Ground', count: 1, chosen: false },
    ])
    expect(flagCount(view, 'high')).toBe(2)
    const [first] = directory.users
    expect(floor && first && contentOf(floor, first, undefined)).toEqual({
      type: 'text',
      text: 'Ground',
    })
    const query = readQuery(new URLSearchParams('floor=14th&sort=-floor'), provider)
    expect(`${writeQuery(query, provider)}`).toBe('floor=14th&sort=-floor')
  })

  it('is guarded by its own rules, and by those that hold everywhere', async () => {
    const signed = await signIn()
    const outcomes = (action: Action) =>
      plan(action, signed.directory.users, context(signed)).map(item =>
        item.state === 'ready' ? [item.user.name, 'ready'] : [item.user.name, item.reason],
      )
    expect(outcomes('deactivate')).toEqual([
      ['Gus Guard', 'This is you. Somebody else has to do it.'],
      ['Ida Berg', 'ready'],
      ['Åke Lund', 'Already deactivated'],
    ])
    expect(outcomes('archive').map(([, reason]) => reason)).toEqual([
      'A badge cannot do that.',
      'A badge cannot do that.',
      'A badge cannot do that.',
    ])
  })

  it('is acted on and verified, with the choice it offers', async () => {
    const { provider, opened, directory } = await signIn()
    const [, ida, ake] = directory.users
    if (!ida || !ake) throw new Error('They are not there')
    expect(await act(provider, 'deactivate', ida)).toMatchObject({
      verdict: 'done',
      after: 'deactivated',
    })
    expect(await act(provider, 'activate', ake, 'north')).toMatchObject({ verdict: 'done' })
    expect(opened).toEqual(['north'])
    expect(await provider.user(ida.id, never)).toMatchObject({ status: 'deactivated' })
  })

  it('is on every page with its own words, and with its reasons where there is none', async () => {
    const signed = await signIn()
    const { provider, directory } = signed
    const [gus, ida] = directory.users
    if (!gus || !ida) throw new Error('They are not there')
    const row = { href: undefined, row: 0, top: 0, news: undefined, parts: {}, words: [] }
    const drawn = { isSelected: false, isActive: false, isMenuOpen: false }
    const line = <UserRow {...row} {...drawn} user={gus} columns={provider.columns} />
    expect(shown(signed, 'users', line)).toMatch(/Gus Guard Active Ground/)
    const { deactivate } = provider.rules
    const waiting = { at: 'waiting' } as const
    const person = { id: ida.id, name: ida.name, listed: ida, leftAs: undefined, reading: waiting }
    const before = (
      <>
        <Consequences rules={deactivate} users={[ida]} />
        <ForecastLines
          person={{ ...person, forecast: waiting }}
          provider={provider}
          connectionId="tower"
          onLeave={() => {}}
        />
        <NotHandled sentences={deactivate.notHandled} />
      </>
    )
    const dialog = shown(signed, 'users', before)
    expect(dialog).toContain('The badge of Ida Berg opens nothing.')
    expect(dialog).toContain('Nothing hangs on a badge.')
    expect(dialog).toContain('The badge itself: collect it.')
    expect(shown(signed, 'users/b2', <UserPage />)).toContain('A badge has no page.')
    const apiUsers = shown(signed, 'api-users', <ApiUsersPage />)
    expect(apiUsers).toContain('Not offered by Turnstile')
    expect(apiUsers).toContain('Doors have no keys of their own.')
  })
})
