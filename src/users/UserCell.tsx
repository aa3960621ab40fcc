import type { Column, PartState, User } from '../providers/provider'
import { KindMark } from '../ui/KindMark'
import { StatusBadge } from '../ui/StatusBadge'
import { contentOf } from './cell'
import { MarkedText } from './MarkedText'

/** What stands in a cell. Text too long is cut; the cell gives it in full on hover and focus. */
export function UserCell({
  column,
  user,
  part,
  words,
}: {
  readonly column: Column
  readonly user: User
  readonly part: PartState | undefined
  /** Folded words of the search. */
  readonly words: readonly string[]
}) {
  const content = contentOf(column, user, part)
  switch (content.type) {
    case 'status':
      return <StatusBadge status={content.status} until={content.until} />
    case 'kind':
      return <KindMark kind={content.kind} />
    case 'text':
      return <MarkedText text={content.text} words={column.searched ? words : []} />
    case 'noEmail':
      return <i className="text-text-3">no e-mail</i>
    case 'loading':
      return (
        <span className="text-text-3">
          <span aria-hidden="true">…</span>
          <span className="sr-only">Still being read</span>
        </span>
      )
    case 'notKnown':
      return (
        <i className="text-text-3" data-tip={content.reason}>
          not known<span className="sr-only">. {content.reason}</span>
        </i>
      )
  }
}
