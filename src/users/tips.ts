import { tipHandlers } from '../ui/tip'

/**
 * For every cell of the table the same handlers: the reason a cell gives, or its text in full where it is cut.
 * `data-tip` holds a reason.
 */
export const cellTip = tipHandlers(cell => {
  const reason = cell.querySelector<HTMLElement>('[data-tip]')?.dataset['tip']
  if (reason) return reason
  const cut = [...cell.querySelectorAll<HTMLElement>('.truncate')].filter(
    text => text.scrollWidth > text.clientWidth,
  )
  return cut.length > 0 ? cut.map(text => text.textContent).join('\n') : undefined
})
