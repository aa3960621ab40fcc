import { useQuery } from '@tanstack/react-query'
import { Check, CircleQuestionMark, type LucideIcon, X } from 'lucide-react'
import { failureOf } from '../http/failure'
import { describeFailure } from '../http/words'
import type { SignInAnswer } from '../providers/administration'
import type { User } from '../providers/provider'
import { SetupHelp } from '../session/SetupHelp'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import { Spinner } from '../ui/Spinner'
import { TraceId } from '../ui/TraceId'
import { formatTime } from '../ui/time'
import type { Ground } from './ground'
import { administrationQueries } from './queries'
import { whoCan } from './whoCan'

/** The first thing support staff ask, answered with what it rests on and what nobody can see. */
export function SignInPart({ user, ground }: { readonly user: User; readonly ground: Ground }) {
  const { connectionId, provider } = ground
  const asked = useQuery(administrationQueries.signIn(connectionId, provider, user))
  const failure = asked.error ? failureOf(asked.error) : undefined
  const words = failure && describeFailure(failure, { provider: provider.name })
  return (
    <section aria-labelledby="can-sign-in" className="border-t border-hairline pt-4 pb-4">
      <h2 id="can-sign-in" className="text-12 font-medium text-text-3">
        Can this person sign in?
      </h2>
      {asked.data ? (
        <Answer answer={asked.data} at={asked.dataUpdatedAt} user={user} ground={ground} />
      ) : words ? (
        <Notice
          tone="red"
          role="alert"
          className="mt-2"
          actions={<Button onClick={() => asked.refetch()}>Retry</Button>}
        >
          <p>Not known. {words.title}</p>
          <p className="text-text-2">
            <bdi>{[words.explanation, words.hint].filter(Boolean).join(' ')}</bdi>{' '}
            {words.help && <SetupHelp />}
          </p>
          {words.traceId && <TraceId id={words.traceId} />}
        </Notice>
      ) : (
        <p className="mt-1.5">
          <Spinner>Being checked</Spinner>
        </p>
      )}
    </section>
  )
}

function Answer({
  answer,
  at,
  user,
  ground,
}: {
  readonly answer: SignInAnswer
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly user: User
  readonly ground: Ground
}) {
  const who = answer.action && whoCan(answer.action, user, ground)
  return (
    <>
      <p className="mt-1 text-16 font-semibold wrap-anywhere">
        {answer.answer} {who}
      </p>
      <div className="mt-2 grid gap-x-8 gap-y-3 md:grid-cols-2">
        <Lines title={`Checked at ${formatTime(at)}`}>
          {answer.checked.map(({ text, state }) => (
            <Line key={text} icon={marks[state].icon} word={marks[state].word}>
              {text}
            </Line>
          ))}
        </Lines>
        {answer.notShown.length > 0 && (
          <Lines title={`Cannot be checked: ${ground.provider.name} does not show it`}>
            {answer.notShown.map(text => (
              <Line key={text} icon={CircleQuestionMark} word="Not known">
                {text}
              </Line>
            ))}
          </Lines>
        )}
      </div>
    </>
  )
}

const marks = {
  fine: { icon: Check, word: 'Fine' },
  inTheWay: { icon: X, word: 'In the way' },
  unknown: { icon: CircleQuestionMark, word: 'Not known' },
} as const satisfies Record<
  SignInAnswer['checked'][number]['state'],
  { icon: LucideIcon; word: string }
>

function Lines({
  title,
  children,
}: {
  readonly title: string
  readonly children: React.ReactNode
}) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1 text-12 font-medium text-text-3">{title}</h3>
      <ul aria-label={title} className="space-y-0.5 text-13 text-text-2">
        {children}
      </ul>
    </div>
  )
}

function Line({
  icon,
  word,
  children,
}: {
  readonly icon: LucideIcon
  /** What the drawing says, for those who do not see it. */
  readonly word: string
  readonly children: string
}) {
  return (
    <li className="flex gap-2">
      <Icon of={icon} className="mt-0.5 text-text-3" />
      <span className="min-w-0 wrap-anywhere">
        <span className="sr-only">{word}: </span>
        {children}
      </span>
    </li>
  )
}
