import { expect, test } from 'vitest'
import { emptyDirectory } from '../directory/directory'
import type { ApiUser, ApiUserAdministration } from '../providers/administration'
import { fakeProvider } from '../runs/fakeProvider'
import { rowActions } from './rowActions'

const apiUser: ApiUser = {
  id: 'zapier',
  name: 'Zapier',
  roleId: 'integration',
  role: 'Integration',
  isAdmin: false,
  clientId: 'zapier-client',
  client: 'Zapier client',
  createdAt: undefined,
  createdBy: 'ada',
  updatedAt: undefined,
}
const needed = { reason: 'Needs workspace-manage-config: write. An admin has it.' }
const unused = () => Promise.reject(new Error('Not in this test'))

function reasons(administration: Partial<ApiUserAdministration>, of = apiUser) {
  const fake = fakeProvider()
  const provider = { ...fake, actions: { ...fake.actions, delete: needed } }
  const nothing = () => {}
  const sections = rowActions(of, {
    connectionId: 'acme',
    provider,
    directory: emptyDirectory(provider),
    administration: {
      list: unused,
      clients: needed,
      create: needed,
      change: needed,
      generateKey: { run: unused },
      ...administration,
    },
    onChange: nothing,
    onKey: nothing,
  })
  return sections.flat().map(({ label, disabledReason }) => [label, disabledReason])
}

test('what the operator may not do is there, disabled, with the right it needs', () => {
  expect(reasons({})).toEqual([
    ['Change…', needed.reason],
    ['Generate key…', undefined],
    ['Delete…', needed.reason],
    ['Copy id', undefined],
  ])
  expect(reasons({ generateKey: needed, change: { run: unused } })).toMatchObject([
    ['Change…', undefined],
    ['Generate key…', needed.reason],
    ['Delete…', needed.reason],
    ['Copy id', undefined],
  ])
})

test('a key needs a client application', () => {
  expect(reasons({}, { ...apiUser, clientId: undefined })[1]).toEqual([
    'Generate key…',
    'Belongs to no client application, and a key needs one.',
  ])
})
