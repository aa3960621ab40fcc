import type { Action, User } from '../providers/provider'
import { formatNumber } from '../ui/number'

/** What has to be typed before the action: a number for many, the name for a deletion. */
export type Confirmation = { readonly word: string; readonly label: string }

/** More users than this are confirmed by their number. */
const manyFrom = 26
const longest = 80

export function confirmationFor(action: Action, users: readonly User[]): Confirmation | undefined {
  const [only, ...others] = users
  if (!only) return undefined
  if (action === 'delete' && others.length === 0) return confirmWith(typeable(only))
  if (action === 'delete' || users.length >= manyFrom) return confirmWith(`${users.length}`)
  return undefined
}

/** Digits may be grouped as they are shown; case and spaces around a name do not matter less than the name itself. */
export function isConfirmed({ word }: Confirmation, typed: string): boolean {
  const given = normal(typed)
  return given === normal(word) || (/^\d+$/.test(word) && given === formatNumber(Number(word)))
}

const confirmWith = (word: string): Confirmation => ({ word, label: `Type ${word} to confirm` })

/** The name, or what else tells who it is where nobody could type the name. */
function typeable({ name, email, id }: User): string {
  const isTypeable = name.length <= longest && !/[\p{Cc}\p{Cf}]/u.test(name)
  return isTypeable ? name : (email ?? id)
}

const normal = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
