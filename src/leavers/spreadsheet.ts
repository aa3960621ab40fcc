import type { Entry } from './parse'
import { columns, greeting } from './words'

/** Cuts comma- or semicolon-separated values into rows, quotation marks and all. */
export type Split = (text: string, delimiter: string) => readonly (readonly string[])[]

export type Row = {
  readonly line: number
  readonly text: string
  readonly found: Pick<Entry, 'ids' | 'emails' | 'names' | 'doubt'>
  /** Its columns name somebody. */
  readonly isKnown: boolean
}

type Column = keyof typeof columns

const delimiters = ['\t', ';', ',', '|'] as const

/** Somewhere in it a table with a header begins, so that `Split` will be asked. */
export function hasTable(text: string): boolean {
  return text.split(/\r\n|[\n\r]/).some(line => headerOf(line) !== undefined)
}

/** One header alone, above a column: "E-mail". */
export const isHeader = (text: string) => columnOf(text.replace(/:$/, '')) !== undefined

/** The table whose header is on this line, down to the first line that is not of it. `end`: the line after it. */
export function tableAt(
  lines: readonly string[],
  start: number,
  split: Split,
): { readonly rows: readonly Row[]; readonly end: number } | undefined {
  const header = headerOf(lines[start] ?? '')
  if (!header) return undefined
  const { delimiter, roles } = header
  let end = start + 1
  let isQuoted = false
  // A cell in quotation marks may go over several lines.
  while (end < lines.length && (isQuoted || (lines[end] ?? '').includes(delimiter))) {
    if (((lines[end] ?? '').split('"').length - 1) % 2 === 1) isQuoted = !isQuoted
    end += 1
  }
  const rows: Row[] = []
  let line = start + 2
  for (const cells of split(lines.slice(start + 1, end).join('\n'), delimiter)) {
    const text = cells.join(' · ').replace(/\s+/g, ' ').trim()
    if (/[\p{L}\p{N}]/u.test(text)) rows.push({ line, text, ...rowOf(cells, roles) })
    line += 1 + cells.join('').split('\n').length - 1
  }
  return { rows, end }
}

function headerOf(line: string) {
  if (line.includes('@') || line.length > 500 || greeting.test(line)) return undefined
  for (const delimiter of delimiters) {
    const cells = line.split(delimiter)
    if (cells.length < 2) continue
    const roles = cells.map(cell => columnOf(cell))
    // "Name" beside a first name is the last name.
    if (roles.some(role => role !== undefined))
      return {
        delimiter,
        roles: roles.map(role =>
          role === 'name' && roles.includes('first') && !roles.includes('last') ? 'last' : role,
        ),
      }
  }
  return undefined
}

function columnOf(cell: string): Column | undefined {
  const text = cell
    .replace(/["“”*]/g, '')
    .replace(/_/g, ' ')
    .trim()
  const all: readonly Column[] = ['id', 'email', 'first', 'last', 'name']
  return all.find(column => columns[column].test(text))
}

function rowOf(
  cells: readonly string[],
  roles: readonly (Column | undefined)[],
): Pick<Row, 'found' | 'isKnown'> {
  const of = (column: Column) =>
    cells.flatMap((cell, index) => (roles[index] === column && cell.trim() ? [cell.trim()] : []))
  const [first, last] = [of('first')[0], of('last')[0]]
  const names = [
    ...(first && last ? [`${first} ${last}`] : []),
    ...of('name').map(name => {
      const [family, given, ...more] = name.split(',').map(part => part.trim())
      return family && given && more.length === 0 ? `${given} ${family}` : name
    }),
  ]
  const emails = of('email').flatMap(cell => cell.match(/[^\s<>,;]+@[^\s<>,;]+/g) ?? [])
  const found = { ids: of('id'), emails, names, doubt: undefined }
  return { found, isKnown: [...found.ids, ...emails, ...names].length > 0 }
}
