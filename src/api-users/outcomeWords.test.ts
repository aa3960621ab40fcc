import { expect, test } from 'vitest'
import type { Failure } from '../http/failure'
import { outcomeWords } from './outcomeWords'

const refused: Failure = {
  kind: 'refused',
  method: 'POST',
  path: '/apiusers',
  status: 400,
  description: 'Some fields are not valid.',
  fieldErrors: [
    { field: 'name', message: 'That name is taken.' },
    { field: 'clientId', message: 'No such client.' },
  ],
}

test('what is refused about a field of the form stands there; what is about none is said above', () => {
  const outcome = { came: 'refused', failure: refused } as const
  const detail = (fields: readonly string[]) =>
    outcomeWords(outcome, 'awork', 'create an API user', fields).detail
  expect(detail(['name', 'roleId', 'clientId'])).toBe('“Some fields are not valid.”')
  expect(detail(['name', 'roleId'])).toBe(
    '“Some fields are not valid.” clientId: “No such client.”',
  )
})

test('an answer that did come is not called lost', () => {
  const failure: Failure = { kind: 'server', method: 'POST', path: '/apiusers', status: 502 }
  const title = (outcome: Parameters<typeof outcomeWords>[0]) =>
    outcomeWords(outcome, 'awork', 'create an API user', []).title
  const look = () => Promise.reject(new Error('Not in this test'))
  expect(title({ came: 'notDone', failure, before: new Set() })).toBe(
    'Not saved: awork failed with 502, and a read afterwards shows nothing of it.',
  )
  expect(title({ came: 'notKnown', answer: failure, reading: failure, look })).toBe(
    'Whether it was saved is not known: awork failed with 502, and it could not be read afterwards.',
  )
})

test('the set-up page helps where the system cannot be reached, and nowhere else', () => {
  const failure: Failure = { kind: 'unreachable', method: 'POST', path: '/apiusers' }
  const words = (outcome: Parameters<typeof outcomeWords>[0]) =>
    outcomeWords(outcome, 'awork', 'create an API user', [])
  const look = () => Promise.reject(new Error('Not in this test'))
  expect(words({ came: 'refused', failure }).help).toBe('setup')
  expect(words({ came: 'notDone', failure, before: new Set() }).help).toBe('setup')
  expect(words({ came: 'notKnown', answer: undefined, reading: failure, look }).help).toBe('setup')
  expect(words({ came: 'refused', failure: refused }).help).toBeUndefined()
})
