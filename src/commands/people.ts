import { UserRound } from 'lucide-react'
import { usersOf, viewOf } from '../directory/view'
import { paths } from '../paths'
import type { User } from '../providers/provider'
import { nameInWords } from '../ui/nameInWords'
import { formatCount } from '../ui/number'
import type { Ground } from '../users/acting'
import { actionEntries, rowEntries } from '../users/rowEntries'
import { begins, type Command } from './command'

/** A connection whose users can be named. */
export type Place = Ground & {
  readonly name: string
  /** Its pages are open, so people are looked for in it without naming it. */
  readonly isCurrent: boolean
  /** There are others: it is said whose users they are. */
  readonly isOneOfSeveral: boolean
  readonly go: (path: string) => void
}

/** So many people are shown of those who match; of so many the best are chosen. */
const shown = 8
const considered = 2_000

/** Everything that can be done with one user: open their page, and what the menu of their row has. */
export function userCommands(user: User, place: Place, section?: string): readonly Command[] {
  const { connectionId, provider, go } = place
  const page = {
    label: 'Open',
    icon: UserRound,
    disabledReason:
      'reason' in provider.administration ? provider.administration.reason : undefined,
    onSelect: () => go(paths.user(connectionId, user.id)),
  }
  return [page, ...rowEntries(user, place).flat()].map(entry => ({
    id: `${connectionId} ${user.id} ${entry.label}`,
    label: entry.label,
    subject: user.name,
    detail: place.isOneOfSeveral
      ? [user.email, place.name].filter(Boolean).join(' · ')
      : user.email,
    section,
    icon: entry.icon,
    shortcut: section && 'shortcut' in entry ? entry.shortcut : undefined,
    disabledReason: entry.disabledReason,
    run: () => {
      if ('href' in entry && entry.href) window.open(entry.href, '_blank', 'noreferrer')
      else entry.onSelect?.()
    },
  }))
}

/** Every action on the selection; without one, what to do to have something to act on. */
export function selectionCommands(users: readonly User[], place: Place): readonly Command[] {
  const [only, ...others] = users
  if (only && others.length === 0) return userCommands(only, place, nameInWords(only.name))
  const commands = actionEntries(users, place).map(
    ({ label, icon, shortcut, disabledReason, onSelect }): Command => ({
      id: `selection ${label}`,
      label,
      icon,
      shortcut,
      ...(only
        ? { subject: formatCount(users.length, 'selected user'), section: 'Selection' }
        : { subject: 'somebody' }),
      disabledReason: only
        ? disabledReason
        : 'Go on with a name or an e-mail, or select users first',
      run: () => onSelect?.(),
    }),
  )
  return possibleFirst(commands)
}

export type Named = {
  readonly commands: readonly Command[]
  /** How many people match in all, where not all of them are shown. */
  readonly more: number | undefined
}

/**
 * "deactivate anna": of the words those that begin a word of a command's label choose the command, all others name a
 * person. Only a name, without a command: opens their page, and shows everything where it is one person.
 * @param words folded
 */
export function namedCommands(place: Place, words: readonly string[]): Named {
  const naming = words.filter(word => isNamedBy(place, word))
  const others = words.filter(word => !naming.includes(word))
  if (!place.isCurrent) return naming.length > 0 ? commandsFor(place, others) : nobody
  const found = commandsFor(place, words)
  return found.commands.length > 0 || naming.length === 0 ? found : commandsFor(place, others)
}

/** The word begins one of those in the connection's or its system's name. */
export const isNamedBy = (
  { name, provider }: Pick<Place, 'name' | 'provider'>,
  word: string,
): boolean => word.length > 1 && begins(`${name} ${provider.name}`, word)

const nobody: Named = { commands: [], more: undefined }

function commandsFor(place: Place, words: readonly string[]): Named {
  const [probe] = place.directory.users
  if (!probe || words.length === 0) return nobody
  const commandsOf = remembering((user: User) => userCommands(user, place))
  const all = find(place, words)
  const labels = userCommands(probe, place).map(({ label }) => label)
  const chosen = labels.flatMap((label, index) => {
    const naming = words.filter(word => !begins(label, word))
    if (naming.length === 0 || naming.length === words.length) return []
    const found = find(place, naming)
    return [{ index, found }]
  })
  const alone = all.size === 1
  const commands = [
    ...chosen.flatMap(({ index, found }) =>
      found.users.flatMap(user => commandsOf(user)[index] ?? []),
    ),
    ...all.users.flatMap(user => (alone ? commandsOf(user) : commandsOf(user).slice(0, 1))),
  ]
  const most = Math.max(all.size, ...chosen.map(({ found }) => found.size))
  return { commands: possibleFirst(commands), more: most > shown ? most : undefined }
}

/** What can be done before what cannot. */
export const possibleFirst = (commands: readonly Command[]) =>
  [...commands].sort(
    (a, b) => Number(a.disabledReason !== undefined) - Number(b.disabledReason !== undefined),
  )

/** Those whose name begins with what was typed come first. */
function find({ directory }: Place, words: readonly string[]) {
  const view = viewOf(directory, {
    search: words.join(' '),
    filters: {},
    flags: [],
    sort: { column: 'name', descending: false },
  })
  const best: User[] = []
  const others: User[] = []
  for (const user of usersOf(view, 0, considered))
    (words.every(word => begins(user.name, word)) ? best : others).push(user)
  return { users: [...best, ...others].slice(0, shown), size: view.size }
}

function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return key => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}
