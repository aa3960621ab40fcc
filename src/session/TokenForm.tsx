import { type FormEvent, useState } from 'react'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { Spinner } from '../ui/Spinner'
import { TextInput } from '../ui/TextInput'
import type { Connection } from './config'
import type { Identity } from './identity'
import { ProblemNotice } from './ProblemNotice'
import { loadSignIn } from './parts'
import type { SignInProblem } from './problem'
import { useSessions } from './SessionsContext'

type State =
  | { readonly step: 'typing'; readonly problem?: SignInProblem }
  | { readonly step: 'checking' }

/** Takes a token and says whose it is. */
export function TokenForm({
  connection,
  onIdentity,
}: {
  readonly connection: Connection
  readonly onIdentity: (identity: Identity) => void
}) {
  const sessions = useSessions()
  const vendor = sessions.vendorOf(connection)
  const [token, setToken] = useState('')
  const [state, setState] = useState<State>({ step: 'typing' })
  const pasted = token.trim()

  async function check(event: FormEvent) {
    event.preventDefault()
    setState({ step: 'checking' })
    const loaded = await loadSignIn()
    if (!loaded) return setState({ step: 'typing', problem: { kind: 'notLoaded' } })
    const checked = await loaded.checkPasted(sessions, connection, pasted)
    if ('identity' in checked) return onIdentity(checked.identity)
    setState({ step: 'typing', problem: checked.problem })
  }

  return (
    <form onSubmit={check} className="mt-3" autoComplete="off">
      <div className="flex items-end gap-2">
        <Field label={vendor.tokenLabel} className="flex-1">
          {control => (
            <TextInput
              {...control}
              // Not type="password": the browser would offer to keep it beyond the tab.
              className="[-webkit-text-security:disc]"
              value={token}
              onChange={event => setToken(event.target.value)}
              aria-invalid={state.step === 'typing' && state.problem ? true : undefined}
              autoComplete="off"
              autoCapitalize="off"
              autoCorrect="off"
              spellCheck={false}
              data-1p-ignore=""
              data-lpignore="true"
              autoFocus
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          disabledReason={
            pasted === ''
              ? `Paste the ${vendor.tokenLabel.toLowerCase()} first`
              : state.step === 'checking'
                ? 'Being checked'
                : undefined
          }
        >
          Continue
        </Button>
      </div>
      {state.step === 'typing' && state.problem && (
        <ProblemNotice problem={state.problem} vendor={vendor.name} className="mt-3" />
      )}
      <p className="mt-2 text-13 text-text-3">
        {state.step === 'checking' ? (
          <Spinner>{`Asking ${vendor.name} whose it is`}</Spinner>
        ) : (
          `Before you go on, ${vendor.name} is asked whose it is.`
        )}
      </p>
    </form>
  )
}
