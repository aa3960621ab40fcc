import type { ActionRules, User } from '../providers/provider'
import { DialogSection } from '../ui/DialogSection'
import { Sentences } from '../ui/Sentences'
import { consequencesFor } from './consequences'

export function Consequences({
  rules,
  users,
}: {
  readonly rules: ActionRules
  readonly users: readonly User[]
}) {
  return (
    <DialogSection title="What will happen">
      <Sentences sentences={consequencesFor(rules, users)} />
    </DialogSection>
  )
}
