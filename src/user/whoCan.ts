import type { User } from '../providers/provider'
import { actionWords } from '../runs/actions'
import { nameInWords } from '../runs/words'
import { adminsOn, type Ground, whyNotHere } from './ground'

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const named = 3

/**
 * Who can do what would let this person in: "You can activate them.", or which right is missing and, where the list
 * tells, whose it is.
 */
export function whoCan(action: 'activate' | 'unarchive', user: User, ground: Ground): string {
  const reason = whyNotHere(action, user, ground)
  if (reason === undefined) {
    const { uncertain } = ground.provider.rules[action]
    return uncertain ?? `You can ${actionWords[action].verb.toLowerCase()} them.`
  }
  // Right after what is wrong it has to say what it is that needs it.
  const needed = reason.replace(/^Needs /, `${capital(actionWords[action].doing)} them needs `)
  const sentence = /[.!?]$/.test(needed) ? needed : `${needed}.`
  const admins = adminsOn(ground)
  const { actions, operator } = ground.provider
  if (!admins.known || !('reason' in actions[action])) return sentence
  const names = admins.active
    .filter(({ id }) => id !== operator.id && id !== user.id)
    .map(({ name }) => nameInWords(name))
  if (names.length === 0) return sentence
  const more = names.length - named
  const shown = more > 0 ? [...names.slice(0, named), `${more} more`] : names
  return `${sentence} ${either.format(shown)} can.`
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
