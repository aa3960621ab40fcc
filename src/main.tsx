import { type ReactNode, StrictMode, Suspense } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import * as z from 'zod/mini'
import { ErrorBoundary } from './frame/ErrorBoundary'
import { ErrorPage } from './frame/ErrorPage'
import { fetchPatiently } from './http/request'
import { paths } from './paths'
import { applyTheme } from './preferences/theme'
import { vendors } from './providers/registry'
import { AppRoutes, preloadUsers } from './routes'
import { isForOtherWindow } from './session/answerWindow'
import { readConfig } from './session/config'
import { browserEnvironment } from './session/environment'
import { loadOAuth } from './session/parts'
import { SessionsContext } from './session/SessionsContext'
import { createSessions, type Sessions } from './session/session'
import { forgetAllStored, storedProviders } from './session/stored'
import './styles.css'

// The Content-Security-Policy allows no code made from strings.
z.config({ jitless: true })
applyTheme()

async function start(root: Root) {
  const environment = browserEnvironment()
  const answer = takeAnswer()
  if (isForOtherWindow(answer)) {
    // This window got a copy of the tokens of the tab that opened it, and needs none.
    forgetAllStored(environment.storage)
    const { AnswerWindowPage } = await import('./session/AnswerWindowPage')
    return root.render(<AnswerWindowPage answer={answer} environment={environment} />)
  }

  // Who is signed in most likely goes to the users: the code for them need not wait for the config.
  const signedInTo = storedProviders(environment.storage)
  if (signedInTo.length > 0) preloadUsers()
  for (const provider of signedInTo) vendors[provider]?.load().catch(() => undefined)

  const read = await readConfig(Object.keys(vendors), fetchPatiently)
  if ('problems' in read) {
    const { pathname } = window.location
    const show = (page: ReactNode) =>
      root.render(
        <ErrorBoundary place={pathname}>
          <Suspense>{page}</Suspense>
        </ErrorBoundary>,
      )
    if (pathname === paths.setup) {
      const { SetupPage } = await import('./session/SetupPage')
      return show(<SetupPage />)
    }
    const { ConfigProblemPage } = await import('./session/ConfigProblemPage')
    return show(<ConfigProblemPage problems={read.problems} />)
  }
  const sessions = await createSessions({ config: read.config, vendors, environment })
  root.render(
    <StrictMode>
      <SessionsContext value={sessions}>
        <BrowserRouter>
          <AppRoutes answer={answer} />
        </BrowserRouter>
      </SessionsContext>
    </StrictMode>,
  )
  // Later than what the page asks for itself. Who has signed in just now is known well enough.
  const isRestored = sessions.snapshot().sessions.length > 0
  setTimeout(() => {
    if (isRestored) sessions.recheckOperators()
    prepareForExpiry(sessions)
  }, 2_000)
}

/** What `/callback` was opened with: a code is taken out of the address before anything can copy or log it. */
function takeAnswer() {
  if (window.location.pathname !== paths.callback) return new URLSearchParams()
  const answer = new URLSearchParams(window.location.search)
  window.history.replaceState(null, '', paths.callback)
  return answer
}

/** A session seldom needs renewing at once, but when it does, the network may be what is missing. */
function prepareForExpiry(sessions: Sessions) {
  if (!sessions.snapshot().current) return
  loadOAuth()
  import('./session/ReauthenticateDialog').catch(() => undefined)
}

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
const root = createRoot(element)
start(root).catch(error => root.render(<ErrorPage error={error} />))
