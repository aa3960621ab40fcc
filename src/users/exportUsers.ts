import { usersOf, type View } from '../directory/view'
import type { Column, PartState } from '../providers/provider'
import { csvOf } from '../ui/csv'
import { downloadFile } from '../ui/download'
import { formatCount } from '../ui/number'
import { toasts } from '../ui/toasts'
import { exportedOf } from './cell'

/** Gives the list as it is shown to the browser as a file: the same people, columns and order. */
export async function exportUsers(
  view: View,
  columns: readonly Column[],
  parts: Readonly<Record<string, PartState>>,
  connectionId: string,
): Promise<void> {
  const isWhole = view.directory.state === 'complete'
  const text = await csvOf(
    columns.map(({ header }) => header),
    usersOf(view).map(user => columns.map(column => exportedOf(column, user, parts[column.id]))),
  )
  downloadFile(fileName(connectionId, isWhole), 'text/csv', text)
  const rows = formatCount(view.size, 'row')
  toasts.show(
    isWhole ? `${rows} exported` : `${rows} exported. The list was not complete, nor is the file.`,
  )
}

/** A file that is not whole says so wherever it goes. */
export function fileName(connectionId: string, isWhole: boolean, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-')
  const safe = connectionId.replace(/[^\p{L}\p{N}_-]+/gu, '-')
  return `${safe}-users-${day}${isWhole ? '' : '-incomplete'}.csv`
}
