import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { emptyDirectory } from '../directory/directory'
import { wordsOf } from '../directory/fold'
import { directoryQueries, userQueries } from '../directory/query'
import { failureOf } from '../http/failure'
import { reasonFor } from '../http/words'
import { paths } from '../paths'
import type { User } from '../providers/provider'
import { useSessionStore, useSessions } from '../session/SessionsContext'
import type { Session } from '../session/session'
import { announce } from '../ui/announce'
import { nameInWords } from '../ui/nameInWords'
import { formatNumber } from '../ui/number'
import { toasts } from '../ui/toasts'
import { basketOf } from '../users/basket'
import { changeWords } from '../users/tally'
import { type Command, matching } from './command'
import {
  isNamedBy,
  namedCommands,
  type Place,
  possibleFirst,
  selectionCommands,
  userCommands,
} from './people'
import { placeCommands } from './places'

export type Found = {
  readonly commands: readonly Command[]
  /** What they were found by, folded. */
  readonly words: readonly string[]
  /** What keeps somebody from being found, and that there are more. */
  readonly notes: readonly string[]
}

/** The commands for what is typed: on whoever is named, on who is selected, focused or open, and all others. */
export function useCommands(
  text: string,
  current: Session | undefined,
  onShortcuts: () => void,
): Found {
  const store = useSessionStore()
  const sessions = useSessions()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const words = wordsOf(text)
  // The row that had the focus before the dialog took it.
  const [focusedId] = useState(
    () => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['id'],
  )
  const openedId = current && idIn(pathname, paths.users(current.connection.id))

  const places = sessions.sessions.filter(
    session =>
      session === current ||
      words.some(word => isNamedBy({ ...session, name: session.connection.name }, word)),
  )
  const lists = useQueries({
    queries: places.map(({ connection, provider }) =>
      directoryQueries.all(connection.id, provider),
    ),
  })
  const reached = places.map((session, index) => {
    const list = lists[index]
    const { connection, provider } = session
    const place: Place = {
      connectionId: connection.id,
      name: connection.name,
      provider,
      directory: list?.data ?? emptyDirectory(provider),
      isCurrent: session === current,
      isOneOfSeveral: places.length > 1,
      go: navigate,
    }
    return { place, list }
  })
  const here = reached.find(({ place }) => place.isCurrent)

  const about: Command[] = []
  if (here) {
    const { place } = here
    const { byId } = place.directory
    const selected = [...basketOf(store, place.connectionId).get().ids]
    // The page of a user knows them also where the list is not read yet.
    const { queryKey } = userQueries.detail(place.connectionId, place.provider, openedId ?? '')
    const opened = client.getQueryData(queryKey)
    const one = opened?.state === 'found' ? opened.user : byId.get(openedId ?? focusedId ?? '')
    const users = selected.flatMap(id => byId.get(id) ?? [])
    if (one) about.push(...userCommands(one, place, nameInWords(one.name)))
    const rest: readonly User[] = one && users.every(({ id }) => id === one.id) ? [] : users
    if (!one || rest.length > 0) about.push(...selectionCommands(rest, place))
  }
  const named = reached.map(({ place }) => namedCommands(place, words))
  const others = placeCommands({
    sessions,
    current,
    go: navigate,
    onShortcuts,
    whyNoRefresh: here?.list?.isFetching ? 'They are being read' : undefined,
    onRefresh: () => current && refresh(client, current),
  })

  const found =
    words.length === 0
      ? [...about, ...others].filter(({ section }) => section !== undefined)
      : matching([...about, ...others], words)
  const all = [...found, ...possibleFirst(named.flatMap(({ commands }) => commands))]
  return {
    commands: [...new Map(all.map(command => [command.id, command])).values()],
    words,
    notes: reached.flatMap(({ place, list }, index) => {
      const { name, provider } = place
      const more = named[index]?.more
      return [
        ...(list?.error
          ? [
              `The users of ${name} could not be read. ${reasonFor(failureOf(list.error), { provider: provider.name })}`,
            ]
          : list?.isFetching && place.directory.state === 'loading'
            ? [`The users of ${name} are being read`]
            : []),
        ...(more === undefined
          ? []
          : [`${formatNumber(more)} people match in ${name}: type more to find the one`]),
      ]
    }),
  }
}

/** `/acme/users/1234` → `1234` */
function idIn(pathname: string, list: string): string | undefined {
  const id = pathname.startsWith(`${list}/`) ? pathname.slice(list.length + 1) : ''
  return id === '' ? undefined : decodeURIComponent(id)
}

/** As the footer of the list does, from any page; the page of one user is read again too. */
async function refresh(client: QueryClient, { connection, provider }: Session): Promise<void> {
  const query = directoryQueries.all(connection.id, provider)
  client.refetchQueries({ queryKey: [connection.id, 'user'], type: 'active' })
  try {
    const { changes } = await client.fetchQuery({ ...query, staleTime: 0 })
    announce(`Refreshed: ${changes ? changeWords(changes) : 'nothing changed'}`)
  } catch (error) {
    const why = reasonFor(failureOf(error), { provider: provider.name })
    toasts.show(`The users of ${connection.name} could not be read again. ${why}`, { tone: 'red' })
  }
}
