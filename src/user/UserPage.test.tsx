import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter, Route, Routes } from 'react-router'
import { expect, test } from 'vitest'
import { fakeProvider } from '../runs/fakeProvider'
import { ConnectionContext } from '../session/SessionsContext'
import { UserPage } from './UserPage'

test('where the system offers no page for a user, the page says why, with the way back', () => {
  const provider = fakeProvider({ administration: { reason: 'Fake shows nobody in full.' } })
  const page = renderToStaticMarkup(
    <ConnectionContext
      value={{
        connection: { id: 'acme', name: 'Acme', provider: 'fake', apiUrl: '/api', oauth: {} },
        operator: provider.operator,
        provider,
        means: 'pasted',
        stop: undefined,
      }}
    >
      <MemoryRouter initialEntries={['/acme/users/olga']}>
        <Routes>
          <Route path=":connection/users/:id" element={<UserPage />} />
        </Routes>
      </MemoryRouter>
    </ConnectionContext>,
  )
  expect(page).toMatch(/<h1[^>]*>There is no page for one user<\/h1>/)
  expect(page).toContain('Fake shows nobody in full.')
  expect(page).toMatch(/<a [^>]*href="\/acme\/users"[^>]*>Show all users<\/a>/)
})
