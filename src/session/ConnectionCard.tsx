import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Button } from '../ui/Button'
import { buttonClass } from '../ui/buttonClass'
import type { Connection } from './config'
import type { Identity } from './identity'
import { leave } from './leaving'
import { OperatorLine } from './OperatorLine'
import { ProblemNotice } from './ProblemNotice'
import { loadSignIn } from './parts'
import type { SignInProblem } from './problem'
import { landing } from './returnTo'
import { useSessions } from './SessionsContext'
import { TokenForm } from './TokenForm'

type State =
  | { readonly step: 'choosing'; readonly problem?: SignInProblem }
  | { readonly step: 'leaving' }
  | { readonly step: 'pasting' }
  | { readonly step: 'confirming'; readonly identity: Identity }

/** One connection on the sign-in page: the ways to sign in, or who is. */
export function ConnectionCard({
  connection,
  returnTo,
  isFirst,
}: {
  readonly connection: Connection
  readonly returnTo: string | undefined
  readonly isFirst: boolean
}) {
  const sessions = useSessions()
  const navigate = useNavigate()
  const [state, setState] = useState<State>({ step: 'choosing' })
  const vendor = sessions.vendorOf(connection)
  const session = sessions.sessions.find(other => other.connection.id === connection.id)
  const goal = landing(returnTo, connection, sessions.config)

  async function signIn() {
    setState({ step: 'leaving' })
    const loaded = await loadSignIn()
    if (!loaded) return setState({ step: 'choosing', problem: { kind: 'notLoaded' } })
    const begun = await loaded.beginRedirect(sessions, connection, goal)
    if ('problem' in begun) return setState({ step: 'choosing', problem: begun.problem })
    window.location.assign(begun.url)
    // Whoever comes back without an answer may find the page as it was left.
    setState({ step: 'choosing' })
  }

  function goOn(identity: Identity) {
    sessions.start(connection, identity)
    navigate(goal, { replace: true })
  }

  return (
    <section aria-label={connection.name} className="mt-4 rounded-10 border border-edge p-4">
      <header className="mb-3 flex flex-wrap items-baseline gap-x-2">
        <h2 className="font-semibold wrap-anywhere">
          <bdi>{connection.name}</bdi>
        </h2>
        <span className="text-13 text-text-3">{vendor.name}</span>
        <code className="ml-auto text-text-3 wrap-anywhere">{hostOf(connection)}</code>
      </header>
      {session ? (
        <>
          <OperatorLine operator={session.operator} />
          <div className="mt-3 flex flex-wrap gap-2">
            <Link to={goal} className={buttonClass('primary')}>
              Open
            </Link>
            <Button variant="bare" onClick={() => leave(sessions.signOut, [connection.id])}>
              Sign out
            </Button>
          </div>
        </>
      ) : state.step === 'confirming' ? (
        <>
          <OperatorLine operator={state.identity.operator} />
          {state.identity.operator.isApiUser && (
            <p className="mt-2 text-13 text-text-2">
              This is an API key: what you do will be recorded in {vendor.name} as done by the API
              user <bdi>{state.identity.operator.name}</bdi>, not by you.
            </p>
          )}
          <div className="mt-3 flex flex-wrap gap-2">
            <Button variant="primary" autoFocus onClick={() => goOn(state.identity)}>
              <span className="truncate">
                Continue as <bdi>{state.identity.operator.name}</bdi>
              </span>
            </Button>
            <Button variant="bare" onClick={() => setState({ step: 'pasting' })}>
              Use another
            </Button>
          </div>
        </>
      ) : (
        <>
          <div className="flex flex-wrap gap-2">
            <Button
              variant={isFirst && state.step !== 'pasting' ? 'primary' : 'plain'}
              disabledReason={
                state.step === 'leaving' ? `${vendor.name} is being opened` : undefined
              }
              onClick={signIn}
            >
              Sign in with {vendor.name}
            </Button>
            <Button
              variant="bare"
              aria-expanded={state.step === 'pasting'}
              onClick={() => setState({ step: state.step === 'pasting' ? 'choosing' : 'pasting' })}
            >
              Use a token instead
            </Button>
          </div>
          {state.step === 'choosing' && state.problem && (
            <ProblemNotice problem={state.problem} vendor={vendor.name} className="mt-3" />
          )}
          {state.step === 'pasting' && (
            <TokenForm
              connection={connection}
              onIdentity={identity => setState({ step: 'confirming', identity })}
            />
          )}
        </>
      )}
    </section>
  )
}

function hostOf({ apiUrl }: Connection) {
  return new URL(apiUrl, window.location.href).host
}
