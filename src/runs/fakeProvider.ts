import type { ActionRules, Provider, Status, User } from '../providers/provider'

/** For tests: a user with what matters, and the rest made up. */
export function fakeUser(values: Partial<User> & { readonly id: string }): User {
  return {
    name: `User ${values.id}`,
    email: `${values.id}@acme.example`,
    emails: [],
    status: 'active',
    kind: 'person',
    position: undefined,
    role: undefined,
    isAdmin: false,
    teams: [],
    tags: [],
    createdAt: undefined,
    createdBy: undefined,
    updatedAt: undefined,
    deactivatedAt: undefined,
    readAt: 0,
    unreadable: undefined,
    ...values,
  }
}

const rule = (
  from: readonly Status[],
  to: Status | 'gone',
  toAlso: readonly Status[] = [],
): ActionRules => ({
  from,
  to,
  toAlso,
  consequences: () => [],
  undo: { reason: 'Not in this test' },
})

export const fakeRules = {
  activate: {
    ...rule(['deactivated'], 'active', ['invited']),
    choice: {
      label: 'Access level',
      hint: 'Needed where the old one is gone.',
      none: 'As it was',
      load: async () => [{ id: 'level-2', name: 'Work' }],
    },
    undo: { action: 'deactivate', limits: 'The e-mail has been sent.' },
  },
  deactivate: {
    ...rule(['active', 'invited'], 'deactivated'),
    notHandled: ['Open tasks stay assigned.'],
    afterwards: ['The licence is free for somebody else.'],
    undo: { action: 'activate', limits: 'Deleted projects do not come back.' },
  },
  archive: rule(['active', 'invited', 'deactivated'], 'archived'),
  unarchive: rule(['archived'], 'active', ['invited', 'deactivated']),
  delete: rule(['active', 'invited', 'deactivated', 'archived'], 'gone'),
} as const satisfies Provider['rules']

/** For tests: a provider that does nothing but what it is given. */
export function fakeProvider(values: Partial<Provider> = {}): Provider {
  const unused = () => Promise.reject(new Error('Not in this test'))
  return {
    id: 'fake',
    name: 'Fake',
    operator: {
      id: 'me',
      name: 'Ada Lindqvist',
      email: 'ada@acme.example',
      workspace: { id: 'w', name: 'Acme', url: undefined },
      isAdmin: true,
      rights: [],
      isApiUser: false,
    },
    columns: [],
    flags: [],
    views: [],
    statuses: ['invited', 'active', 'deactivated', 'archived', 'pendingApproval'],
    kinds: ['person', 'apiUser', 'external', 'agent'],
    figures: [],
    rules: fakeRules,
    pace: { perSecond: 8, atOnce: 4 },
    async *directory() {},
    user: unused,
    userUrl: () => undefined,
    forecast: { reason: 'Not in this test' },
    actions: {
      activate: { run: unused },
      deactivate: { run: unused },
      archive: { run: unused },
      unarchive: { run: unused },
      delete: { run: unused },
    },
    administration: { reason: 'Not in this test' },
    revoke: { reason: 'Not in this test' },
    ...values,
  }
}
