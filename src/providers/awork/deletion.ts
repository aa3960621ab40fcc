import { nameInWords } from '../../ui/nameInWords'
import type { ActionRules, Operator, Provider, User } from '../provider'
import type { Client } from './client'
import type { Reads } from './reads'
import { configWriteRight, holds, reasonAgainst, rightFor } from './rights'
import { rules } from './rules'

/**
 * API users are among the users, but are deleted where they are made: at another address and with another right.
 * https://developers.awork.com/apiv1/api-users
 */
function wayToDelete(reads: Reads, { id, kind }: User) {
  // Whom the list of API users has once named stays one, also while that list cannot be read.
  return kind === 'apiUser' || reads.wasApiUser(id)
    ? ({ path: '/apiusers', right: configWriteRight } as const)
    : ({ path: '/users', right: rightFor('delete') } as const)
}

/** Offered to whoever may delete people or API users; which of them, the rules say. */
export function deletion(
  client: Client,
  reads: Reads,
  operator: Operator,
): Provider['actions']['delete'] {
  const right = rightFor('delete')
  const reason = reasonAgainst(operator, right)
  if (reason !== undefined && !holds(operator, configWriteRight)) return { reason }
  return {
    run: async (user, until) => {
      const way = wayToDelete(reads, user)
      const path = `${way.path}/${encodeURIComponent(user.id)}`
      try {
        await client.call({ method: 'DELETE', path, until, right: way.right })
      } finally {
        if (way.path === '/apiusers') reads.forget()
      }
      return undefined
    },
  }
}

/** @param reads whose last answers know which client application an API user belongs to, and what it is called */
export function deletionRules(reads: Reads, operator: Operator): ActionRules {
  return {
    ...rules.delete,
    reasonFor: user => reasonAgainst(operator, wayToDelete(reads, user).right),
    consequences: user => {
      const [first, ...others] = rules.delete.consequences(user)
      const clientId = reads.apiUsers.last()?.get(user.id)?.clientId
      const client = clientId && (reads.clientNames.get(clientId) ?? clientId)
      const belongs = client && `It belongs to the client application ${nameInWords(client)}.`
      return [...(first ? [first] : []), ...(belongs ? [belongs] : []), ...others]
    },
  }
}
