import { FailureError } from '../../http/failure'
import type { Column, Operator, Provider, User, Vendor } from '../provider'
import type { Listed } from '../registry'

/**
 * A third system, tiny, in memory, for tests only: the badges of a building. It is all that Rollcall would have to learn
 * of another vendor, and it touches nothing outside this folder.
 */
type Badge = { readonly id: string; readonly holder: string; readonly floor: string; on: boolean }

const guard: Operator = {
  id: 'b1',
  name: 'Gus Guard',
  email: undefined,
  workspace: { id: 'tower', name: 'Tower', url: undefined },
  isAdmin: true,
  rights: [],
  isApiUser: false,
}

const column = (id: string, header: string, more: Partial<Column>): Column => ({
  id,
  header,
  type: 'text',
  values: user => user.details?.[id] ?? [],
  width: 120,
  shown: true,
  searched: true,
  ...more,
})

const noBuilding = { reason: 'A badge cannot do that.' }
const notOffered = {
  from: [],
  consequences: () => [],
  undo: { reason: 'Nothing was done.' },
} as const

function userOf({ id, holder, floor, on }: Badge): User {
  return {
    id,
    name: holder,
    email: undefined,
    emails: [],
    status: on ? 'active' : 'deactivated',
    kind: 'person',
    position: undefined,
    role: undefined,
    isAdmin: id === guard.id,
    teams: [],
    tags: [],
    createdAt: undefined,
    createdBy: undefined,
    updatedAt: undefined,
    deactivatedAt: undefined,
    details: { floor: [floor] },
    readAt: Date.now(),
    unreadable: undefined,
  }
}

export function turnstile() {
  const badges: readonly Badge[] = [
    { id: 'b1', holder: 'Gus Guard', floor: 'Ground', on: true },
    { id: 'b2', holder: 'Ida Berg', floor: '14th', on: true },
    { id: 'b3', holder: 'Åke Lund', floor: '14th', on: false },
  ]
  const opened: string[] = []
  const find = (id: string) => badges.find(badge => badge.id === id)
  const turn = async (id: string, on: boolean) => {
    const badge = find(id)
    if (!badge) throw new FailureError({ kind: 'notFound', method: 'PUT', path: `/badges/${id}` })
    badge.on = on
    return undefined
  }
  const provider: Provider = {
    id: 'turnstile',
    name: 'Turnstile',
    operator: guard,
    columns: [
      column('name', 'Holder', { values: user => [user.name] }),
      column('status', 'Badge', { type: 'status', values: user => [user.status], filter: 'Badge' }),
      column('floor', 'Floor', { filter: 'Floor' }),
    ],
    flags: [
      {
        id: 'high',
        label: 'above the 10th',
        test: user => user.details?.['floor']?.[0] === '14th',
      },
    ],
    views: [{ id: 'high', name: 'High up', search: 'is=high' }],
    statuses: ['active', 'deactivated'],
    kinds: ['person'],
    figures: [],
    rules: {
      activate: {
        from: ['deactivated'],
        to: 'active',
        consequences: user => [`The badge of ${user.name} opens doors again.`],
        choice: {
          label: 'Door',
          hint: 'The main door without one.',
          none: 'Main door',
          load: async () => [{ id: 'north', name: 'North door' }],
        },
        undo: { action: 'deactivate', limits: 'Whoever went in is in.' },
      },
      deactivate: {
        from: ['active'],
        to: 'deactivated',
        consequences: user => [`The badge of ${user.name} opens nothing.`],
        notHandled: ['The badge itself: collect it.'],
        undo: { action: 'activate', limits: 'None.' },
      },
      archive: { ...notOffered, to: 'archived' },
      unarchive: { ...notOffered, to: 'active' },
      delete: { ...notOffered, to: 'gone' },
    },
    pace: { perSecond: 10, atOnce: 1 },
    async *directory() {
      yield { type: 'users', users: badges.map(userOf) }
      yield { type: 'total', total: badges.length }
    },
    user: async id => {
      const badge = find(id)
      return badge && userOf(badge)
    },
    userUrl: () => undefined,
    forecast: { reason: 'Nothing hangs on a badge.' },
    actions: {
      activate: {
        run: async ({ id }, _signal, door) => {
          if (door) opened.push(door)
          return turn(id, true)
        },
      },
      deactivate: { run: ({ id }) => turn(id, false) },
      archive: noBuilding,
      unarchive: noBuilding,
      delete: noBuilding,
    },
    administration: { reason: 'A badge has no page.' },
    noApiUsers: 'Doors have no keys of their own.',
    revoke: { reason: 'The guard keeps the key.' },
  }
  const vendor: Vendor = {
    id: 'turnstile',
    name: 'Turnstile',
    tokenLabel: 'Gate code',
    scope: '',
    oauthEndpoints: () => ({ authorizeUrl: '/in', tokenUrl: '/token', registrationUrl: undefined }),
    identify: async () => guard,
    connect: () => provider,
  }
  const listed: Listed = {
    id: vendor.id,
    name: vendor.name,
    tokenLabel: vendor.tokenLabel,
    load: async () => vendor,
    setup: () => Promise.reject(new Error('Nobody sets it up')),
  }
  return { listed, opened }
}
