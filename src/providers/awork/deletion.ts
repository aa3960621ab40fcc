import type { ActionRules, Operator, Provider, User } from '../provider'
import type { Client } from './client'
import type { Reads } from './reads'
import { configWriteRight, holds, reasonAgainst, rightFor } from './rights'
import { inSentence, rules } from './rules'

/**
 * API users are among the users, but are deleted where they are made: at another address and with another right.
 * https://developers.awork.com/apiv1/api-users
 */
function rightToDelete({ kind }: User): string {
  return kind === 'apiUser' ? configWriteRight : rightFor('delete')
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
    run: async (user, signal) => {
      const where = user.kind === 'apiUser' ? 'apiusers' : 'users'
      const path = `/${where}/${encodeURIComponent(user.id)}`
      try {
        await client.call({ method: 'DELETE', path, signal, right: rightToDelete(user) })
      } finally {
        if (user.kind === 'apiUser') reads.forget()
      }
      return undefined
    },
  }
}

/** @param reads whose last answer knows which client application an API user belongs to */
export function deletionRules(reads: Reads, operator: Operator): ActionRules {
  return {
    ...rules.delete,
    reasonFor: user => reasonAgainst(operator, rightToDelete(user)),
    consequences: user => {
      const [first, ...others] = rules.delete.consequences(user)
      const clientId = reads.apiUsers.last()?.get(user.id)?.clientId
      const belongs = `It belongs to the client application ${inSentence(clientId ?? '')}.`
      return [...(first ? [first] : []), ...(clientId ? [belongs] : []), ...others]
    },
  }
}
