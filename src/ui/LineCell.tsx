import type { ReactNode } from 'react'
import { classes } from './classes'

/**
 * A cell of `Lines`. `header` names the row, `figure` is a number and `zero` a real 0, `quiet` a remark, `wrap` a
 * sentence. `label` says on a phone, where no header stands above, what a figure is.
 */
export function LineCell({
  kind = 'text',
  label,
  className,
  children,
}: {
  readonly kind?: keyof typeof looks | undefined
  readonly label?: string | undefined
  readonly className?: string | undefined
  readonly children?: ReactNode | undefined
}) {
  const look = classes(
    'border-b border-hairline text-13 last:pr-0 print:h-auto print:py-1 phone:h-auto! phone:min-w-0 phone:border-0 phone:p-0! phone:text-left! phone:empty:hidden',
    looks[kind],
    className,
  )
  if (kind === 'header')
    return (
      <th
        // biome-ignore lint/a11y/noRedundantRoles: see Lines
        role="rowheader"
        scope="row"
        className={look}
      >
        {children}
      </th>
    )
  const caption = label && Boolean(children)
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see Lines
    <td role="cell" className={look}>
      {caption && (
        <span aria-hidden="true" className="hidden text-12 text-text-3 phone:inline">
          {label}{' '}
        </span>
      )}
      {children}
    </td>
  )
}

const looks = {
  header: 'h-8 truncate pr-3 font-medium text-text phone:grow',
  text: 'h-8 truncate pr-3 text-text-2',
  wrap: 'h-8 py-[5px] pr-3 leading-[18px] text-text-2 wrap-anywhere phone:basis-full',
  figure: 'h-8 truncate pr-4 text-right text-text',
  zero: 'h-8 truncate pr-4 text-right text-text-3',
  quiet: 'h-8 truncate pr-3 text-text-3',
} as const
