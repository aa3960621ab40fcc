import type { ActionRules, User } from '../providers/provider'
import { DialogSection } from '../ui/DialogSection'
import { Sentences } from '../ui/Sentences'
import { consequencesFor } from './consequences'

const few = 3

/** What the action does, and what it leaves to somebody. */
export function Consequences({
  rules,
  users,
}: {
  readonly rules: ActionRules
  readonly users: readonly User[]
}) {
  const { notHandled = [] } = rules
  return (
    <>
      <DialogSection title="What will happen">
        <Sentences sentences={consequencesFor(rules, users)} />
      </DialogSection>
      {notHandled.length > 0 && (
        <DialogSection title="Not handled by this">
          {/* Of many there is more to read, and this is the same for each of them. */}
          {users.length > 1 && notHandled.length > few ? (
            <details>
              <summary className="mb-0.5 cursor-pointer text-accent">
                {notHandled.length} points
              </summary>
              <Sentences sentences={notHandled} />
            </details>
          ) : (
            <Sentences sentences={notHandled} />
          )}
        </DialogSection>
      )}
    </>
  )
}
