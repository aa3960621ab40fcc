import type { ActionRules, User } from '../providers/provider'
import { DialogSection } from '../ui/DialogSection'
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
      <ul className="flex flex-col gap-0.5">
        {consequencesFor(rules, users).map(sentence => (
          <li
            key={sentence}
            className="relative pl-3.5 wrap-anywhere before:absolute before:top-[9px] before:left-0.5 before:h-[1.5px] before:w-1 before:bg-text-3"
          >
            <bdi dir="ltr">{sentence}</bdi>
          </li>
        ))}
      </ul>
    </DialogSection>
  )
}
