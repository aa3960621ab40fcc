import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogSection } from '../ui/DialogSection'
import { Spinner } from '../ui/Spinner'
import { type Again, resumeAs, signInAgain } from './again'
import { leave } from './leaving'
import { OperatorLine } from './OperatorLine'
import { ProblemNotice } from './ProblemNotice'
import { useSessions } from './SessionsContext'
import { SetupHelp } from './SetupHelp'
import type { Session } from './session'
import { TokenForm } from './TokenForm'

type State =
  | { readonly step: 'asking' | 'waiting' | 'retrying' }
  | Extract<Again, { readonly state: 'failed' }>

/** Over the page, which stays as it is and goes on where it was. */
export function ReauthenticateDialog({ session }: { readonly session: Session }) {
  const { connection, operator, means, stop } = session
  const sessions = useSessions()
  const vendor = sessions.vendorOf(connection).name
  const [way, setWay] = useState(means)
  const [state, setState] = useState<State>({ step: 'asking' })
  const primary = useRef<HTMLButtonElement>(null)
  const attempt = useRef<AbortController>(undefined)
  // A window that is still open must not sign in to a page that has gone on without it.
  useEffect(() => () => attempt.current?.abort(), [])

  function settle(again: Again) {
    switch (again.state) {
      case 'failed':
        return setState(again)
      case 'signedIn':
      case 'calledOff':
        return
    }
  }

  async function signIn() {
    attempt.current?.abort()
    const controller = new AbortController()
    attempt.current = controller
    const opened = window.open('', '', 'popup,width=520,height=680')
    if (!opened) return setState({ state: 'failed', problem: { kind: 'popupBlocked' } })
    setState({ step: 'waiting' })
    settle(await signInAgain(sessions, session, opened, controller.signal))
  }

  async function retry() {
    setState({ step: 'retrying' })
    await sessions.retry(connection.id)
    setState({ step: 'asking' })
  }

  return (
    <Dialog
      title="Sign in again"
      subtitle={
        stop === 'unreachable' ? (
          <>
            The session could not be renewed: {vendor} could not be reached, or has trouble.{' '}
            <SetupHelp />
          </>
        ) : (
          `The session at ${vendor} is over.`
        )
      }
      focus={way === 'oauth' ? primary : undefined}
      fact="The page stays as it is and then goes on."
      // There is no page without a session: the ways out are signing in and signing out.
      onClose={() => {}}
      footer={
        <>
          <Button variant="bare" onClick={() => leave(sessions.signOut, [connection.id])}>
            Sign out
          </Button>
          {stop === 'unreachable' && (
            <Button
              disabledReason={
                'step' in state && state.step === 'retrying' ? 'Being tried' : undefined
              }
              onClick={retry}
            >
              Try again
            </Button>
          )}
          <Button ref={primary} variant={way === 'oauth' ? 'primary' : 'plain'} onClick={signIn}>
            Sign in with {vendor}
          </Button>
        </>
      }
    >
      <DialogSection>
        <p className="mb-2 text-13 text-text-2">
          Sign in to <bdi>{connection.name}</bdi> as
        </p>
        <OperatorLine operator={operator} />
        {'step' in state && state.step === 'waiting' && (
          <div className="mt-3">
            <Spinner>Waiting for the other window</Spinner>
          </div>
        )}
        {'step' in state && state.step === 'retrying' && (
          <div className="mt-3">
            <Spinner>{`Asking ${vendor}`}</Spinner>
          </div>
        )}
        {'problem' in state && (
          <ProblemNotice problem={state.problem} vendor={vendor} className="mt-3" />
        )}
        {way === 'pasted' ? (
          <TokenForm
            connection={connection}
            onIdentity={identity => settle(resumeAs(sessions, session, identity))}
          />
        ) : (
          <p className="mt-3">
            <Button variant="bare" className="-ml-3" onClick={() => setWay('pasted')}>
              Use a token instead
            </Button>
          </p>
        )}
      </DialogSection>
    </Dialog>
  )
}
