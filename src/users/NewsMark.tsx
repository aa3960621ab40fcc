/** Says of a row that the last refresh found it new, or other than before. */
export function NewsMark({ news }: { readonly news: 'new' | 'changed' | undefined }) {
  if (!news) return undefined
  return (
    <span className="shrink-0 rounded-4 bg-blue-bg px-1.5 text-12 font-medium text-blue">
      {news === 'new' ? 'New' : 'Changed'}
    </span>
  )
}
