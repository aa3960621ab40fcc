import { expect, test } from 'vitest'
import type { Failure } from '../http/failure'
import { notSaved, outcomeWords, savedWords } from './outcomeWords'

const refused: Failure = {
  kind: 'refused',
  method: 'PUT',
  path: '/users/{id}',
  status: 400,
  description: 'The model is invalid.',
  fieldErrors: [
    { field: 'firstName', message: 'No digits, please.' },
    { field: 'Model', message: 'Too new.' },
  ],
}

test('what is refused about a field of the form stands there; what is about none is said above', () => {
  const outcome = { state: 'notSaved', why: 'refused', failure: refused } as const
  const { detail } = outcomeWords(outcome, 'awork', 'save the profile', ['firstName'])
  expect(detail).toBe('“The model is invalid.” Model: “Too new.”')
  expect(outcomeWords(outcome, 'awork', 'change the role').detail).toContain('No digits, please.')
})

test('what was to be deleted is not said to be unsaved', () => {
  const outcomes = [
    { state: 'notSaved', why: 'lost', failure: refused },
    { state: 'notSaved', why: 'notConfirmed', failure: undefined },
    { state: 'notSaved', why: 'refused', failure: refused },
    { state: 'notKnown', failure: refused },
  ] as const
  const titles = outcomes.map(
    outcome => outcomeWords(outcome, 'awork', 'delete this contact', [], 'deleted').title,
  )
  for (const title of [...titles, notSaved('Gone.', { done: 'deleted' }).title])
    expect(title).toMatch(/^Not deleted[.:] |^Whether it was deleted is not known/)
})

test('an answer that did come is not called lost', () => {
  const failed: Failure = { kind: 'server', method: 'PUT', path: '/users/{id}', status: 502 }
  const odd: Failure = { ...failed, kind: 'unexpectedAnswer' }
  const late: Failure = { ...failed, kind: 'timeout' }
  const words = (failure: Failure) => {
    const { title, detail } = outcomeWords(
      { state: 'notSaved', why: 'lost', failure },
      'awork',
      'save',
    )
    return [title, detail, savedWords('Profile saved', { state: 'saved', failure }, 'awork')]
  }
  expect(words(failed)).toEqual([
    'Not saved: awork failed with 502, and a read afterwards shows it as it was.',
    undefined,
    'Profile saved: awork failed with 502, and a read afterwards shows it',
  ])
  expect(words(odd)[0]).toContain('Not saved: awork’s answer was not as documented, and')
  expect(words(late)).toEqual([
    'Not saved: the answer was lost, and a read afterwards shows it as it was.',
    'awork did not answer in time. It may still be carried out.',
    'Profile saved: the answer was lost, and a read afterwards shows it',
  ])
})

test('the set-up page helps where the system cannot be reached, and nowhere else', () => {
  const unreachable: Failure = { kind: 'unreachable', method: 'PUT', path: '/users/{id}' }
  const helpFor = (failure: Failure) => [
    outcomeWords({ state: 'notSaved', why: 'refused', failure }, 'awork', 'save').help,
    outcomeWords({ state: 'notSaved', why: 'lost', failure }, 'awork', 'save').help,
    outcomeWords({ state: 'notKnown', failure }, 'awork', 'save').help,
  ]
  expect(helpFor(unreachable)).toEqual(['setup', 'setup', 'setup'])
  expect(helpFor(refused)).toEqual([undefined, undefined, undefined])
})
