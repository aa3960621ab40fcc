import { paths } from '../paths'
import { Button } from '../ui/Button'
import { buttonClass } from '../ui/buttonClass'
import { ErrorState } from '../ui/ErrorState'

/** A mistake of our own, a part of the app that did not arrive, or a browser that lets no page keep anything. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const actions = (
    <>
      <Button variant="primary" onClick={() => window.location.reload()}>
        Reload
      </Button>
      <a href={paths.home} className={buttonClass()}>
        Start again
      </a>
    </>
  )
  return (
    <main>
      <title>Something went wrong · Rollcall</title>
      <h1 className="sr-only">Something went wrong</h1>
      <ErrorState {...wordsFor(error)} actions={actions} />
    </main>
  )
}

function wordsFor(error: unknown) {
  if (error instanceof TypeError && /import/i.test(error.message))
    return {
      title: 'A part of Rollcall did not arrive',
      explanation:
        'You may be offline, or Rollcall was updated since this tab was opened. You stay signed in.',
    }
  if (error instanceof DOMException && error.name === 'SecurityError')
    return {
      title: 'This browser lets Rollcall keep nothing',
      explanation:
        'Who is signed in is kept in the tab, and receipts in the browser; both are switched off for this address.',
      hint: 'Allow cookies and site data for it in the settings of the browser, then reload.',
    }
  return {
    title: 'Rollcall made a mistake and cannot show this page',
    explanation:
      'What was sent to the API before stays as it is: the receipts say what was done. You stay signed in.',
    hint: <code>{error instanceof Error ? `${error.name}: ${error.message}` : 'Unknown'}</code>,
  }
}
