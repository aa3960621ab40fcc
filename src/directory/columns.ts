import { type Column, kinds, statuses, type User } from '../providers/provider'
import type { Codes } from './codes'
import { type Keys, numberKeys, textKeys } from './keys'

/** What a user is filtered by in a column. Status and kind by their names, not by the words they are shown with. */
export function valuesOf(column: Column, user: User): readonly string[] {
  switch (column.type) {
    case 'status':
      return [user.status]
    case 'kind':
      return [user.kind]
    case 'text':
    case 'list':
    case 'date': {
      const values = column.values(user)
      return values.includes('') ? values.filter(value => value !== '') : values
    }
  }
}

/** What the value lists of a column are sorted by: text, or where there is one the natural order. */
export const codeKeys =
  (column: Column) =>
  (codes: Codes): Keys => {
    switch (column.type) {
      case 'status':
        return numberKeys(code => naturalOrder(statuses, codes.lists[code]))
      case 'kind':
        return numberKeys(code => naturalOrder(kinds, codes.lists[code]))
      case 'text':
      case 'list':
      case 'date':
        return textKeys(code => codes.folded[code] ?? '')
    }
  }

/** By time; what is not a time is sorted as if it were not there. */
export const dateKeys = (column: Column, users: readonly User[]): Keys =>
  numberKeys(position => {
    const user = users[position]
    const time = user ? Date.parse(column.values(user)[0] ?? '') : Number.NaN
    return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time
  })

function naturalOrder(order: readonly string[], values: readonly string[] | undefined): number {
  const place = order.indexOf(values?.[0] ?? '')
  return place < 0 ? Number.POSITIVE_INFINITY : place
}
