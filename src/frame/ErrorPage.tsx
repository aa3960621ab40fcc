import { paths } from '../paths'
import { Button } from '../ui/Button'
import { buttonClass } from '../ui/buttonClass'
import { ErrorState } from '../ui/ErrorState'

/** A mistake of our own, or a part of the app that did not arrive. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const isMissingPart = error instanceof TypeError && /import/i.test(error.message)
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
      {isMissingPart ? (
        <ErrorState
          title="A part of Rollcall did not arrive"
          explanation="You may be offline, or Rollcall was updated since this tab was opened. You stay signed in."
          actions={actions}
        />
      ) : (
        <ErrorState
          title="Rollcall made a mistake and cannot show this page"
          explanation="What was sent to the API before stays as it is: the receipts say what was done. You stay signed in."
          hint={
            <code>{error instanceof Error ? `${error.name}: ${error.message}` : 'Unknown'}</code>
          }
          actions={actions}
        />
      )}
    </main>
  )
}
