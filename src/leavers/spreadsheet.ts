import { doubtIn, type Found, peopleIn } from './people'
import { type Column, columnOf, doubtfulNote, greeting } from './words'

/** Cuts comma- or semicolon-separated values into rows, quotation marks and all. */
export type Split = (text: string, delimiter: string) => readonly (readonly string[])[]

export type Row = {
  readonly line: number
  readonly text: string
  readonly people: readonly Found[]
}

const delimiters = ['\t', ';', ',', '|'] as const

/** Direction marks, joiners, soft hyphens: nobody sees them, and half an address may be somebody else's. */
const invisible = /\p{Cf}/gu

export const linesIn = (text: string): readonly string[] =>
  text.replace(invisible, '').split(/\r\n|[\n\r\u2028\u2029]/)

/** Somewhere in it a table with a header begins, so that `Split` will be asked. */
export const hasTable = (text: string) => linesIn(text).some(line => headerOf(line) !== undefined)

/** The table whose header is on this line, down to the first line that is not of it. `end`: the line after it. */
export function tableAt(
  lines: readonly string[],
  start: number,
  split: Split,
): { readonly rows: readonly Row[]; readonly end: number } | undefined {
  const header = headerOf(lines[start] ?? '')
  if (!header) return undefined
  const { delimiter, roles } = header
  const rows: Row[] = []
  let at = start + 1
  while (lines[at]?.includes(delimiter)) {
    const { cells, end } = rowAt(lines, at, delimiter, split)
    const text = cells.join(' · ').replace(/\s+/g, ' ').trim()
    if (/[\p{L}\p{N}]/u.test(text)) {
      rows.push({ line: at + 1, text, people: peopleOf(cells, roles) })
    }
    at = end
  }
  return { rows, end: at }
}

/** A cell in quotation marks may go over so many lines. */
const longestCell = 20

/**
 * The row that begins on this line. `end`: the line after it. A quotation mark that is never closed is left out: it must
 * not take the rest of the list with it.
 */
function rowAt(lines: readonly string[], start: number, delimiter: string, split: Split) {
  const last = Math.min(lines.length, start + longestCell)
  for (let end = start + 1; end <= last; end += 1) {
    const text = lines.slice(start, end).join('\n')
    if (text.split('"').length % 2 === 0) continue
    const [cells = [], ...others] = split(text, delimiter)
    // Nobody's address is in the middle of somebody's cell.
    const isMixed = cells.some(cell => cell.includes('\n') && cell.includes('@'))
    if (others.length === 0 && !isMixed) return { cells, end }
  }
  const [cells = []] = split((lines[start] ?? '').replaceAll('"', ''), delimiter)
  return { cells, end: start + 1 }
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

/** What the systems call their users by. "00123" is a number in personnel. */
const systemId = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})\}?$/i

function peopleOf(
  cells: readonly string[],
  roles: readonly (Column | undefined)[],
): readonly Found[] {
  const anywhere = peopleIn(cells.join('\t'))
  // "Meier, Anna" without quotation marks moves what follows into the wrong columns.
  if (cells.slice(roles.length).some(cell => cell.trim() !== '')) return anywhere
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
  const emails = of('email').flatMap(cell => cell.match(/[^\s<>,;'"]+@[^\s<>,;'"]+/g) ?? [])
  const ids = of('id').flatMap(cell => systemId.exec(cell)?.[1] ?? [])
  if ([...ids, ...emails, ...names].length === 0)
    return anywhere.map(one => ({
      ...one,
      doubt: one.doubt ?? 'Not in a column that names people',
    }))
  const notes = cells.filter((_, index) => roles[index] === undefined).join('\n')
  return [{ ids, emails, names, ...doubtIn(notes, doubtfulNote) }]
}
