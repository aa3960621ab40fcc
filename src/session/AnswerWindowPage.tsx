import { useEffect, useState } from 'react'
import { Spinner } from '../ui/Spinner'
import { handOver } from './answerWindow'
import type { Environment } from './environment'

/** `/callback` in the window that signing in again opened: gives the answer to the page and goes. */
export function AnswerWindowPage({
  answer,
  environment,
}: {
  readonly answer: URLSearchParams
  readonly environment: Environment
}) {
  const [outcome, setOutcome] = useState<'handing' | 'received' | 'nobody'>('handing')
  // Talks to another window, once, when it is there.
  useEffect(() => {
    handOver(answer, environment).then(received => {
      setOutcome(received)
      if (received === 'received') window.close()
    })
  }, [answer, environment])
  return (
    <main className="grid min-h-dvh place-items-center px-4 text-center">
      <title>Signing in · Rollcall</title>
      <h1 className="sr-only">Signing in again</h1>
      <div role="status">{wordsFor(outcome, answer.has('error'))}</div>
    </main>
  )
}

function wordsFor(outcome: 'handing' | 'received' | 'nobody', isDeclined: boolean) {
  switch (outcome) {
    case 'handing':
      return <Spinner />
    case 'received':
      return isDeclined
        ? 'Not signed in. You can close this window.'
        : 'Signed in. You can close this window.'
    case 'nobody':
      return 'The page that asked for this is gone, so nothing was done. Close this window and sign in there.'
  }
}
