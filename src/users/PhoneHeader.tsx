// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by CSS grid, where table elements lose their roles
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes to the row, or to what is pressed in a cell
const headers = ['Select', 'Name', 'Status', 'Actions'] as const

/** A phone has no room for a head that is seen; sorting is among the filters. */
export function PhoneHeader() {
  return (
    <div role="row" aria-rowindex={1} className="sr-only">
      {headers.map(header => (
        <span key={header} role="columnheader">
          {header}
        </span>
      ))}
    </div>
  )
}
