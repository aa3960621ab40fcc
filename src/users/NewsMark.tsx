import type { News } from './news'

const tip = 'Deactivated by a receipt, active again'

/** Says of a row that the last refresh found it new or other than before, or that a receipt says otherwise. */
export function NewsMark({ news }: { readonly news: News | undefined }) {
  switch (news) {
    case undefined:
      return undefined
    case 'new':
    case 'changed':
      return (
        <span className="shrink-0 rounded-4 bg-blue-bg px-1.5 text-12 font-medium text-blue">
          {news === 'new' ? 'New' : 'Changed'}
        </span>
      )
    case 'back':
      return (
        <span
          data-tip={tip}
          className="shrink-0 rounded-4 bg-amber-bg px-1.5 text-12 font-medium text-amber"
        >
          Back<span className="sr-only">: {tip}</span>
        </span>
      )
  }
}
