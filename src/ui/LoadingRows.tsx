const widths = ['w-36', 'w-28', 'w-44', 'w-32', 'w-40', 'w-24'] as const

/** The shape of a list on its way. `label` is said once. */
export function LoadingRows({
  label,
  rows = 8,
}: {
  readonly label: string
  readonly rows?: number | undefined
}) {
  return (
    <div role="status" className="overflow-hidden">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of nothing
          key={row}
          aria-hidden="true"
          className="flex h-10 items-center gap-2 border-b border-hairline px-4"
        >
          <div className="size-6 rounded-full bg-ground-hover" />
          <div className={`h-2.5 rounded-4 bg-ground-hover ${widths[row % widths.length]}`} />
          <div className="ml-auto h-2.5 w-24 rounded-4 bg-ground-hover" />
        </div>
      ))}
    </div>
  )
}
