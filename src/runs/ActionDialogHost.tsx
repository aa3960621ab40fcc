import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { useSessions } from '../session/SessionsContext'
import { actionDialog, closeActionDialog, partsOf } from './actionDialog'

const load = () => import('./ActionDialog')
const ActionDialog = lazy(async () => ({ default: (await load()).ActionDialog }))

/** Once in the app's frame: shows the action dialog that `openAction` asks for, over whatever page. */
export function ActionDialogHost() {
  const state = useSyncExternalStore(actionDialog.subscribe, actionDialog.get)
  const { sessions } = useSessions()
  const isSignedOut =
    state.shows === 'request' &&
    partsOf(state.request).some(
      part => !sessions.some(({ connection }) => connection.id === part.connectionId),
    )

  // The store outlives the session: whoever signs in next must not meet this dialog.
  useEffect(() => {
    if (isSignedOut) closeActionDialog()
  }, [isSignedOut])

  // Later than the page's own code, and before the first click: the dialog then opens at once, also offline.
  useEffect(() => {
    // What cannot be loaded now is tried again when it is needed.
    const timer = setTimeout(() => load().catch(() => undefined), 2_000)
    return () => clearTimeout(timer)
  }, [])

  return (
    <Suspense>
      {state.shows !== 'nothing' && !isSignedOut && <ActionDialog state={state} />}
    </Suspense>
  )
}
