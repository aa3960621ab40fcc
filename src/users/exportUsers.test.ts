import { expect, it } from 'vitest'
import { fileName } from './exportUsers'

const day = new Date(2026, 10, 3, 14, 2)

it('the file is named after the connection and the day', () => {
  expect(fileName('acme', true, day)).toBe('acme-users-2026-11-03.csv')
})

it('a file of a list that is not whole says so wherever it goes', () => {
  expect(fileName('acme', false, day)).toBe('acme-users-2026-11-03-incomplete.csv')
})

it('no connection id makes a path of it', () => {
  expect(fileName('../a b/ü', true, day)).toBe('-a-b-ü-users-2026-11-03.csv')
})
