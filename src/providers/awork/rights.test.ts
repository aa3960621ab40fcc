import { describe, expect, it } from 'vitest'
import { actions, type Operator } from '../provider'
import { holds, reasonAgainst, rightFor, rightName } from './rights'

const operator = (more: Partial<Operator>): Operator => ({
  id: '1',
  name: 'Ada',
  email: undefined,
  workspace: { id: '1', name: 'Acme', url: undefined },
  isAdmin: false,
  rights: [],
  isApiUser: false,
  ...more,
})

describe('rights', () => {
  it('let an admin do everything', () => {
    const admin = operator({ isAdmin: true })
    for (const action of actions) expect(reasonAgainst(admin, rightFor(action))).toBeUndefined()
  })

  it('say which one is missing and who has it', () => {
    const nobody = operator({})
    expect(actions.map(action => reasonAgainst(nobody, rightFor(action)))).toEqual([
      'Needs user-manage-config: write. An admin has it.',
      'Needs user-manage-config: write. An admin has it.',
      'Needs project-manage-config: write. An admin has it.',
      'Needs project-manage-config: write. An admin has it.',
      'Needs user-manage-config: delete. An admin has it.',
    ])
  })

  it.each([
    ['user-manage-config', 'write', 'user-manage-config:write', true],
    ['user-manage-config', 'manage', 'user-manage-config:write', true],
    ['user-manage-config', 'config', 'user-manage-config:write', true],
    ['user-manage-config', 'read', 'user-manage-config:write', false],
    ['user-manage-config', 'write', 'user-manage-config:delete', false],
    ['user-manage-config', 'delete', 'user-manage-config:delete', true],
    ['user-manage-config', 'manage', 'user-manage-config:delete', true],
    ['workspace-manage-config', 'write', 'workspace-manage-config:read', true],
    ['umc', 'write', 'user-manage-config:write', true],
    ['pmd', 'write', 'project-manage-config:write', false],
    ['User-Manage-Config', 'Write', 'user-manage-config:write', true],
  ] as const)('%s with level %s is enough for %s: %s', (feature, level, wanted, enough) => {
    expect(holds(operator({ rights: [rightName(feature, level)] }), wanted)).toBe(enough)
  })

  it('offer nothing where they could not be read, and say that', () => {
    const unknown = operator({ rightsUnknown: 'Your rights could not be read.' })
    expect(reasonAgainst(unknown, rightFor('delete'))).toBe('Your rights could not be read.')
  })
})
