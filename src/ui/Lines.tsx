import type { ReactNode } from 'react'
import { classes } from './classes'
import { ScrollArea } from './ScrollArea'

export type LineColumn = {
  readonly header: string
  /** In px; the columns without one share the rest. */
  readonly width?: number | undefined
  readonly align?: 'start' | 'end' | undefined
}

/**
 * A small table in a dialog or on a page: rows of 32 px parted by hairlines, made of `LineRow` and `LineCell`. On a
 * phone the cells of a row flow; Safari forgets that a table is one when it is not laid out as one, so it is told.
 */
export function Lines({
  label,
  columns,
  headers = 'seen',
  phoneTitle,
  className,
  children,
}: {
  readonly label: string
  readonly columns: readonly LineColumn[]
  /** Headers that the rows explain well enough are kept for those who cannot see the table. */
  readonly headers?: 'seen' | 'hidden' | undefined
  /** Where the first header is the title of it all: on a phone no header is seen. */
  readonly phoneTitle?: string | undefined
  /** Least width: "min-w-[960px]". Narrower than that it scrolls sideways. */
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <ScrollArea label={label}>
      {phoneTitle && (
        <p aria-hidden="true" className="hidden text-12 font-medium text-text-3 phone:block">
          {phoneTitle}
        </p>
      )}
      <table
        // biome-ignore lint/a11y/noRedundantRoles: see above
        role="table"
        aria-label={label}
        className={classes(
          'w-full table-fixed text-left print:table-auto print:[&_col]:w-auto! phone:block phone:min-w-0 [&>tbody>tr:last-child>*]:border-b-0',
          className,
        )}
      >
        <colgroup>
          {columns.map(column => (
            <col key={column.header} style={{ width: column.width }} />
          ))}
        </colgroup>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup" className="phone:sr-only">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row">
            {columns.map(column => (
              <th
                key={column.header}
                // biome-ignore lint/a11y/noRedundantRoles: see above
                role="columnheader"
                scope="col"
                className={classes(
                  headers === 'seen' &&
                    'h-7 truncate border-b border-hairline text-12 font-medium text-text-3 last:pr-0',
                  column.align === 'end' ? 'pr-4 text-right' : 'pr-3',
                )}
              >
                {headers === 'seen' ? (
                  column.header
                ) : (
                  <span className="sr-only">{column.header}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup" className="phone:block">
          {children}
        </tbody>
      </table>
    </ScrollArea>
  )
}
