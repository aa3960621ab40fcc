import { createBrowserRouter, Navigate } from 'react-router'
import { AppFrame } from './AppFrame'
import { NotFoundPage } from './frame/NotFoundPage'
import { RouteErrorPage } from './frame/RouteErrorPage'
import { paths } from './paths'
import { ConnectionGate } from './session/ConnectionGate'
import { useSessions } from './session/SessionsContext'

const signIn = async () => ({ Component: (await import('./session/SignInPage')).SignInPage })
const users = async () => ({ Component: (await import('./users/UsersPage')).UsersPage })
const receipts = async () => ({ Component: (await import('./receipts/ReceiptsPage')).ReceiptsPage })
const receipt = async () => ({ Component: (await import('./receipts/ReceiptPage')).ReceiptPage })

/** Every address. `answer`: the query that `/callback` was opened with; it is no longer in the address. */
export function createRouter(answer: URLSearchParams) {
  const callback = async () => {
    const { CallbackPage } = await import('./session/CallbackPage')
    return { element: <CallbackPage answer={answer} /> }
  }
  const pages = [
    { path: '/receipts', lazy: receipts },
    { path: '/receipts/:id', lazy: receipt },
    {
      path: '/:connection',
      Component: ConnectionGate,
      children: [
        { index: true, element: <Navigate replace to="users" /> },
        { path: 'users', lazy: users },
        { path: '*', Component: NotFoundPage },
      ],
    },
    { path: '*', Component: NotFoundPage },
  ]
  return createBrowserRouter([
    {
      ErrorBoundary: RouteErrorPage,
      HydrateFallback: Nothing,
      children: [
        { path: '/', Component: Home },
        { path: '/sign-in', lazy: signIn },
        { path: '/callback', lazy: callback },
        { Component: AppFrame, children: [{ ErrorBoundary: RouteErrorPage, children: pages }] },
      ],
    },
  ])
}

function Home() {
  const { current } = useSessions()
  return <Navigate replace to={current ? paths.users(current.connection.id) : paths.signIn()} />
}

/** While the first page's code is on its way: a flash of anything would say less than nothing. */
function Nothing() {
  return undefined
}
