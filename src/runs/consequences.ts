import type { ActionRules, Kind, User } from '../providers/provider'

const each = {
  person: 'Each person',
  external: 'Each external user',
  apiUser: 'Each API user',
  agent: 'Each agent',
} as const satisfies Record<Kind, string>

/** The sentences under "What will happen": of one by name, of many each sentence once. */
export function consequencesFor(rules: ActionRules, users: readonly User[]): readonly string[] {
  const [only, ...others] = users
  const ofAll = rules.consequencesOfAll?.(users) ?? []
  if (only && others.length === 0) return [...rules.consequences(only), ...ofAll]
  const kinds = new Set(users.map(user => user.kind))
  const sentences = users.flatMap(user => {
    const name = kinds.size === 1 ? 'Each of them' : each[user.kind]
    return rules.consequences({ ...user, name, firstName: name })
  })
  return [...new Set(sentences), ...ofAll]
}
