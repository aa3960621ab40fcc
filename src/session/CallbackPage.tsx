import { Suspense, use, useState } from 'react'
import { Link, Navigate } from 'react-router'
import { paths } from '../paths'
import { Button } from '../ui/Button'
import { buttonClass } from '../ui/buttonClass'
import { Spinner } from '../ui/Spinner'
import { ProblemNotice } from './ProblemNotice'
import { useSessions } from './SessionsContext'
import type { Sessions } from './session'
import { beginRedirect, type Finished, finishRedirect } from './signIn'

const column = 'mx-auto max-w-[472px] px-4 pt-[88px] pb-16 phone:pt-8'

/** `/callback`: ends what “Sign in with …” began, and says what came of it if that is not what was wanted. */
export function CallbackPage({ answer }: { readonly answer: URLSearchParams }) {
  return (
    // The other side may take its time, and an empty page would look like the end of it.
    <Suspense fallback={<Finishing />}>
      <Outcome answer={answer} />
    </Suspense>
  )
}

function Finishing() {
  return (
    <main className={column}>
      <title>Signing in · Rollcall</title>
      <p className="mb-5 font-semibold">Rollcall</p>
      <Spinner>Signing you in</Spinner>
    </main>
  )
}

function Outcome({ answer }: { readonly answer: URLSearchParams }) {
  const sessions = useSessions()
  const finished = use(finish(sessions, answer))
  const [again, setAgain] = useState<'leaving' | Awaited<ReturnType<typeof beginRedirect>>>()
  if (!('problem' in finished)) return <Navigate replace to={finished.returnTo} />

  // Without a known sign-in, trying again needs no question where there is but one connection.
  const { connections } = sessions.config
  const only = connections.length === 1 ? connections[0] : undefined
  const connection = finished.connection ?? only
  const returnTo = finished.returnTo ?? (only && paths.users(only.id))
  const vendor = connection ? sessions.vendorOf(connection).name : 'The other side'
  const problem =
    again && again !== 'leaving' && 'problem' in again ? again.problem : finished.problem

  return (
    <main className={column}>
      <title>Not signed in · Rollcall</title>
      <p className="mb-5 font-semibold">Rollcall</p>
      <h1 className="text-20 font-semibold">Not signed in</h1>
      <ProblemNotice problem={problem} vendor={vendor} className="mt-4" />
      <div className="mt-4 flex flex-wrap gap-2">
        {connection && returnTo !== undefined && (
          <Button
            variant="primary"
            disabledReason={again === 'leaving' ? `${vendor} is being opened` : undefined}
            onClick={async () => {
              setAgain('leaving')
              const begun = await beginRedirect(sessions, connection, returnTo)
              setAgain(begun)
              if ('url' in begun) window.location.assign(begun.url)
            }}
          >
            Try again
          </Button>
        )}
        <Link
          to={returnTo === undefined ? paths.signIn() : paths.signIn({ returnTo })}
          className={buttonClass(connection ? 'plain' : 'primary')}
        >
          Back to sign-in
        </Link>
      </div>
    </main>
  )
}

const finishing = new WeakMap<URLSearchParams, Promise<Finished>>()

/** A code is good once, so it is exchanged once, however often the page is rendered. */
function finish(sessions: Sessions, answer: URLSearchParams): Promise<Finished> {
  const begun = finishing.get(answer) ?? finishRedirect(sessions, answer)
  finishing.set(answer, begun)
  return begun
}
