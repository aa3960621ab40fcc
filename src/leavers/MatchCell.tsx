import { Link } from 'react-router'
import { paths } from '../paths'
import type { User } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { Checkbox } from '../ui/Checkbox'
import { KindMark } from '../ui/KindMark'
import { nameInWords } from '../ui/nameInWords'
import { Select } from '../ui/Select'
import { StatusBadge, statusWord } from '../ui/StatusBadge'
import { type Draft, drafts } from './draft'
import type { By, Cell, Match } from './match'
import { choiceKey, type Place, tickKey } from './standing'
import type { LeaversGround } from './useGrounds'

const byWords = {
  id: 'by id',
  email: 'by e-mail',
  emailElsewhere: 'by the e-mail they have elsewhere',
  name: 'by name',
  nameTurned: 'by name',
  sentence: 'by name',
  spelling: 'by name, spelled otherwise',
  choice: 'chosen',
  absence: undefined,
} as const satisfies Record<By, string | undefined>

/** What came of one person in one connection, and what can be done about it. */
export function MatchCell({
  place,
  isTicked,
  asked,
  match,
  ground,
  choices,
  does,
}: {
  readonly place: Place
  readonly isTicked: boolean
  /** Before anybody was chosen. */
  readonly asked: Cell | undefined
  readonly match: Match
  readonly ground: LeaversGround
  readonly choices: Draft['choices']
  readonly does: 'ticks' | 'onlyShows'
}) {
  const { cell } = place
  switch (cell.outcome) {
    case 'notFound':
      return <Absent>not found</Absent>
    case 'notKnown':
      return (
        <>
          <Absent>not known</Absent>: {cell.reason}
        </>
      )
    case 'several':
      return <Choice users={cell.users} match={match} ground={ground} choices={choices} />
    case 'found':
      return (
        <>
          {asked?.outcome === 'several' && (
            <Choice users={asked.users} match={match} ground={ground} choices={choices} />
          )}
          <Person place={place} isTicked={isTicked} cell={cell} ground={ground} does={does} />
        </>
      )
  }
}

function Person({
  place: { standing, isSure, objection },
  isTicked,
  cell: { user, by, doubt, sameAs },
  ground,
  does,
}: {
  readonly place: Place
  readonly isTicked: boolean
  readonly cell: Cell & { readonly outcome: 'found' }
  readonly ground: LeaversGround
  readonly does: 'ticks' | 'onlyShows'
}) {
  const canTick = does === 'ticks' && standing?.state === 'ready' && sameAs === undefined
  const why = doubt ?? (objection && `Another line says “${objection}”`)
  const notes = [
    ...(user.id === ground.provider.operator.id ? ['you'] : []),
    ...(user.isAdmin ? ['admin'] : []),
  ]
  return (
    <div className="flex gap-2.5">
      {does === 'ticks' && (
        <span className="mt-px w-4 shrink-0 phone:w-[18px]">
          {canTick && (
            // biome-ignore lint/a11y/noLabelWithoutControl: the box has a name of its own; this is where a finger may land
            <label className="-m-2 block cursor-pointer p-2 leading-none phone:-m-3 phone:p-3">
              <Checkbox
                aria-label={`Deactivate ${nameInWords(user.name)} in ${ground.name}`}
                checked={isTicked}
                onChange={({ target }) =>
                  drafts.tick([tickKey(ground.id, user.id)], target.checked)
                }
              />
            </label>
          )}
        </span>
      )}
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <Link
            to={paths.user(ground.id, user.id)}
            className="max-w-full truncate text-text no-underline hover:underline"
          >
            <bdi>{user.name}</bdi>
          </Link>
          {user.kind !== 'person' && <KindMark kind={user.kind} />}
          {!user.unreadable && <StatusBadge status={user.status} until={user.deactivatesAt} />}
        </p>
        <p className="text-12 text-text-3">
          {[byWords[by], ...notes].filter(Boolean).join(' · ')}
          {user.email && (
            <>
              {(byWords[by] || notes.length > 0) && ' · '}
              <bdi>{user.email}</bdi>
            </>
          )}
        </p>
        <Remark>
          {sameAs === undefined
            ? standing?.state === 'ready'
              ? why &&
                by !== 'absence' &&
                `${why}${does === 'onlyShows' ? '' : isSure ? ', but another line names them too' : isTicked ? '' : ', so not ticked'}`
              : standing?.reason
            : `The same as on line ${sameAs}${doubt ? `. ${doubt}` : ''}`}
        </Remark>
      </div>
    </div>
  )
}

function Remark({ children }: { readonly children: string | false | undefined }) {
  return children && <p className="text-12 text-text-2">{children.replace(/\.$/, '')}.</p>
}

function Choice({
  users,
  match,
  ground,
  choices,
}: {
  readonly users: readonly User[]
  readonly match: Match
  readonly ground: LeaversGround
  readonly choices: Draft['choices']
}) {
  const key = choiceKey(match, ground.id)
  return (
    <Select
      aria-label={`Who is ${nameInWords(match.entry.names[0] ?? match.entry.text)} in ${ground.name}?`}
      className="mb-1"
      value={choices.get(key) ?? ''}
      options={[
        { value: '', label: `${users.length} match: choose` },
        ...users.map(user => ({ value: user.id, label: choiceWords(user) })),
      ]}
      onChange={({ target: { value } }) =>
        drafts.change({ choices: new Map(choices).set(key, value) })
      }
    />
  )
}

/** "Anna Meier · anna@acme.example · Active · Marketing" */
function choiceWords({ name, email, status, role, position, unreadable }: User): string {
  const word = unreadable ? 'status not known' : statusWord(status)
  return [nameInWords(name), email ?? 'no e-mail', word, position ?? role]
    .filter(Boolean)
    .join(' · ')
}
