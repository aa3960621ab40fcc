import type { Directory } from '../directory/directory'
import { type Admins, isActiveAdmin } from './guards'

const counted = new WeakMap<Directory, Admins>()

/** The active admins as far as the list tells: only a list that is whole, with roles and API users, tells who is the last. */
export function adminsIn(directory: Directory): Admins {
  const known = counted.get(directory)
  if (known) return known
  const admins = count(directory)
  counted.set(directory, admins)
  return admins
}

function count({ state, parts, users }: Directory): Admins {
  if (state === 'loading') return { known: false, reason: 'The list is still being read' }
  if (state === 'partial') return { known: false, reason: 'A part of the list could not be read' }
  for (const part of [parts.roles, parts.machines]) {
    if (part?.state === 'loading') return { known: false, reason: 'The roles are still being read' }
    if (part?.state === 'unknown') return { known: false, reason: part.reason }
  }
  return { known: true, active: users.filter(isActiveAdmin) }
}
