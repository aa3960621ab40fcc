import { type ComponentType, lazy, Suspense, useSyncExternalStore } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { ErrorBoundary } from './frame/ErrorBoundary'
import { paths } from './paths'
import { ConnectionGate } from './session/ConnectionGate'
import { leaving } from './session/leaving'
import { useSessions } from './session/SessionsContext'

const frame = async () => (await import('./AppFrame')).AppFrame
const users = async () => (await import('./users/UsersPage')).UsersPage

const SignInPage = page(async () => (await import('./session/SignInPage')).SignInPage)
const CallbackPage = page(async () => (await import('./session/CallbackPage')).CallbackPage)
const SetupPage = page(async () => (await import('./session/SetupPage')).SetupPage)
const AppFrame = page(frame)
const UsersPage = page(users)
const UserPage = page(async () => (await import('./user/UserPage')).UserPage)
const LeaversPage = page(async () => (await import('./leavers/LeaversPage')).LeaversPage)
const ReceiptsPage = page(async () => (await import('./receipts/ReceiptsPage')).ReceiptsPage)
const ReceiptPage = page(async () => (await import('./receipts/ReceiptPage')).ReceiptPage)
const SignOutDialog = page(async () => (await import('./frame/SignOutDialog')).SignOutDialog)
const ApiUsersPage = page(async () => (await import('./api-users/ApiUsersPage')).ApiUsersPage)
const NotFoundPage = page(async () => (await import('./frame/NotFoundPage')).NotFoundPage)

/**
 * Every address; `answer` is the query that `/callback` was opened with. Not a router with loaders: the query cache and the session are older than any page, and loaders would
 * cost every page 17 kB.
 */
export function AppRoutes({ answer }: { readonly answer: URLSearchParams }) {
  const { pathname } = useLocation()
  const asked = useSyncExternalStore(leaving.subscribe, leaving.get)
  return (
    <ErrorBoundary place={pathname}>
      <Suspense>
        <Routes>
          <Route index element={<Home />} />
          <Route path="sign-in" element={<SignInPage />} />
          <Route path="callback" element={<CallbackPage answer={answer} />} />
          <Route element={<AppFrame />}>
            <Route path="setup" element={<SetupPage />} />
            <Route path="leavers" element={<LeaversPage />} />
            <Route path="receipts" element={<ReceiptsPage />} />
            <Route path="receipts/:id" element={<ReceiptPage />} />
            <Route path=":connection" element={<ConnectionGate />}>
              <Route index element={<Navigate replace to="users" />} />
              <Route path="users" element={<UsersPage />} />
              <Route path="users/:id" element={<UserPage />} />
              <Route path="api-users" element={<ApiUsersPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
      <Suspense>{asked && <SignOutDialog connectionIds={asked} />}</Suspense>
    </ErrorBoundary>
  )
}

/** Fetches the code of a users page at once, instead of one part after the other. */
export function preloadUsers(): void {
  for (const load of [frame, users]) load().catch(() => undefined)
}

function Home() {
  const { current } = useSessions()
  return <Navigate replace to={current ? paths.users(current.connection.id) : paths.signIn()} />
}

function page<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }))
}
