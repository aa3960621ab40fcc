import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import * as z from 'zod/mini'
import { fetchPatiently } from './http/request'
import { paths } from './paths'
import { applyTheme } from './preferences/theme'
import { vendors } from './providers/registry'
import { createRouter } from './routes'
import { isForOtherWindow } from './session/answerWindow'
import { ConfigProblemPage } from './session/ConfigProblemPage'
import { readConfig } from './session/config'
import { browserEnvironment } from './session/environment'
import { SessionsContext } from './session/SessionsContext'
import { createSessions, loadOAuth } from './session/session'
import { forgetAllStored } from './session/stored'
import './styles.css'

// The Content-Security-Policy allows no code made from strings.
z.config({ jitless: true })

async function start(root: HTMLElement) {
  applyTheme()
  const answer = takeAnswer()
  if (isForOtherWindow(answer)) return showAnswerWindow(root, answer)
  const read = await readConfig(Object.keys(vendors), fetchPatiently)
  if ('problems' in read) {
    createRoot(root).render(<ConfigProblemPage problems={read.problems} />)
    return
  }

  const sessions = createSessions({
    config: read.config,
    vendors,
    environment: browserEnvironment(),
  })
  const queries = new QueryClient({
    defaultOptions: {
      // Providers retry reads themselves, and a browser's idea of being online says nothing about an API at hand.
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  // The first part of every key is the connection's id.
  sessions.onSignedOut(connectionId => {
    queries.cancelQueries({ queryKey: [connectionId] })
    queries.removeQueries({ queryKey: [connectionId] })
    const mutations = queries.getMutationCache()
    for (const mutation of mutations.findAll({ mutationKey: [connectionId] })) {
      mutations.remove(mutation)
    }
  })

  createRoot(root).render(
    <StrictMode>
      <SessionsContext value={sessions}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={createRouter(answer)} />
        </QueryClientProvider>
      </SessionsContext>
    </StrictMode>,
  )
  // Later than what the page asks for itself: rights seldom change, and a session seldom needs renewing at once. But
  // when it does, the network may be what is missing.
  setTimeout(() => {
    sessions.recheckOperators()
    if (sessions.snapshot().current) preload()
  }, 2_000)
}

function preload() {
  loadOAuth()
  import('./session/ReauthenticateDialog').catch(() => undefined)
}

async function showAnswerWindow(root: HTMLElement, answer: URLSearchParams) {
  // This window got a copy of the tokens of the tab that opened it, and needs none.
  forgetAllStored(window.sessionStorage)
  const { AnswerWindowPage } = await import('./session/AnswerWindowPage')
  const environment = browserEnvironment()
  createRoot(root).render(<AnswerWindowPage answer={answer} environment={environment} />)
}

/** What `/callback` was opened with: a code is taken out of the address before anything can copy or log it. */
function takeAnswer() {
  const answer = new URLSearchParams(window.location.search)
  if (window.location.pathname !== paths.callback) return new URLSearchParams()
  window.history.replaceState(null, '', paths.callback)
  return answer
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
start(root)
