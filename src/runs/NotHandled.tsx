import { DialogSection } from '../ui/DialogSection'
import { Sentences } from '../ui/Sentences'

const few = 3

/** What the action leaves to somebody: the same for everybody in it. */
export function NotHandled({
  sentences = [],
  isOfMany = false,
}: {
  readonly sentences: readonly string[] | undefined
  readonly isOfMany?: boolean
}) {
  if (sentences.length === 0) return undefined
  return (
    <DialogSection title="Not handled by this">
      {/* Of many there is more to read. */}
      {isOfMany && sentences.length > few ? (
        <details>
          <summary className="mb-0.5 cursor-pointer text-accent">{sentences.length} points</summary>
          <Sentences sentences={sentences} />
        </details>
      ) : (
        <Sentences sentences={sentences} />
      )}
    </DialogSection>
  )
}
