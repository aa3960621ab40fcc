import { expect, test } from 'vitest'
import type { Action } from '../providers/provider'
import {
  closeActionDialog,
  leaveActionDialog,
  leftReason,
  openAction,
  openRun,
} from './actionDialog'
import { fakeProvider } from './fakeProvider'

const provider = fakeProvider()

const asked = (action: Action, id: string, by = provider) => ({
  connectionId: 'acme',
  provider: by,
  action,
  users: [{ id, name: id }],
})

test('a reason typed before a link was followed is there when the same is asked for again', () => {
  openAction(asked('deactivate', 'olga'))
  leaveActionDialog(asked('deactivate', 'olga'), 'HR-1204')
  expect(leftReason(asked('deactivate', 'olga'))).toBe('HR-1204')
  openAction(asked('deactivate', 'olga'))
  expect(leftReason(asked('deactivate', 'olga'))).toBe('HR-1204')
})

test('it is not for anybody else, for another action, or for whoever signs in next', () => {
  leaveActionDialog(asked('deactivate', 'olga'), 'HR-1204')
  expect(leftReason(asked('deactivate', 'ben'))).toBeUndefined()
  expect(leftReason(asked('archive', 'olga'))).toBeUndefined()
  expect(leftReason(asked('deactivate', 'olga', fakeProvider()))).toBeUndefined()
})

test.each([
  ['is called off', closeActionDialog],
  ['is begun', () => openRun('run')],
])('it is forgotten when what it was for %s', (_, end) => {
  leaveActionDialog(asked('deactivate', 'olga'), 'HR-1204')
  openAction(asked('archive', 'olga'))
  end()
  expect(leftReason(asked('deactivate', 'olga'))).toBe('HR-1204')
  openAction(asked('deactivate', 'olga'))
  end()
  expect(leftReason(asked('deactivate', 'olga'))).toBeUndefined()
})
