import { type Column, kinds, statuses, type User } from '../../providers/provider'
import { fold as foldNow, wordsOf } from '../fold'
import type { ViewQuery } from '../view'
import { columns, flags } from './crowd'

/** What a view must be, said as plainly as possible and without a thought for speed: tests compare with it. */

export function listed(users: readonly User[], query: ViewQuery): readonly User[] {
  const passing = searched(users, query.search).filter(user => passes(user, query))
  const { sort } = query
  return sort ? passing.sort((a, b) => compare(a, b, sort)) : passing
}

/** How many would be listed with this option chosen in place of what is chosen in its filter. */
export function optionCount(
  users: readonly User[],
  query: ViewQuery,
  column: string,
  value: string,
) {
  return listed(users, { ...query, filters: { ...query.filters, [column]: [value] } }).length
}

export function flagCountOf(users: readonly User[], query: ViewQuery, flag: string) {
  return listed(users, { ...query, flags: [...query.flags, flag] }).length
}

export function valuesIn(user: User, id: string): readonly string[] {
  if (id === 'status') return [user.status]
  if (id === 'kind') return [user.kind]
  return columnOf(id).values(user)
}

function searched(users: readonly User[], search: string): User[] {
  const words = wordsOf(search)
  const exact = search.trim().toLowerCase()
  const byId = users.filter(user => user.id.toLowerCase() === exact)
  if (byId.length > 0) return byId
  const byEmail = users.filter(user =>
    user.emails.some(email => fold(email) === fold(search.trim())),
  )
  if (byEmail.length > 0) return byEmail
  return users.filter(user => {
    const values = columns.filter(column => column.searched).flatMap(column => column.values(user))
    const texts = [user.id, user.name, ...user.emails, ...values].map(fold)
    return words.every(word => texts.some(text => text.includes(word)))
  })
}

function passes(user: User, { filters, flags: asked }: ViewQuery): boolean {
  return (
    Object.entries(filters).every(([column, chosen]) => {
      const values = valuesIn(user, column)
      return values.length === 0
        ? chosen.includes('')
        : values.some(value => chosen.includes(value))
    }) && asked.every(id => flags.find(flag => flag.id === id)?.test(user))
  )
}

function compare(a: User, b: User, sort: { column: string; descending: boolean }): number {
  const [first, second] = [keyOf(a, sort.column), keyOf(b, sort.column)]
  if (first !== second) {
    if (first === undefined) return 1
    if (second === undefined) return -1
    return first < second === sort.descending ? 1 : -1
  }
  const [one, other] = [fold(a.name), fold(b.name)]
  if (one !== other) return one < other ? -1 : 1
  return a.id < b.id ? -1 : 1
}

const natural: readonly string[] = [...statuses, ...kinds]

function keyOf(user: User, id: string): string | number | undefined {
  if (id === 'email') return user.email === undefined ? undefined : fold(user.email)
  const [first, ...others] = valuesIn(user, id)
  if (first === undefined) return undefined
  if (id === 'status' || id === 'kind') return natural.indexOf(first)
  if (columnOf(id).type === 'date') return Date.parse(first)
  return [first, ...others].map(fold).join('\n')
}

function columnOf(id: string): Column {
  const column = columns.find(one => one.id === id)
  if (!column) throw new Error(`no column ${id}`)
  return column
}

/** Sorting asks for the same ones again and again. */
const folds = new Map<string, string>()
function fold(text: string): string {
  const known = folds.get(text) ?? foldNow(text)
  folds.set(text, known)
  return known
}
