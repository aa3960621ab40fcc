import { fold, wordsOf } from '../directory/fold'
import type { ApiUser } from '../providers/administration'
import type { Creator, Orphan } from './orphan'
import type { ApiUsersQuery, ColumnId } from './query'

/** An API user as the table shows it. */
export type Row = {
  readonly apiUser: ApiUser
  readonly creator: Creator
  readonly orphan: Orphan
}

/** The creator's name, else their id. */
export function creatorText(creator: Creator): string {
  return creator.seen === 'user' ? creator.user.name : (creator.id ?? '')
}

/** Those that are asked for, in the order that is asked for. */
export function listed(rows: readonly Row[], query: ApiUsersQuery): readonly Row[] {
  const words = wordsOf(query.search)
  const { column, descending } = query.sort
  return rows
    .filter(
      row =>
        (!query.orphanedOnly || row.orphan.orphaned === 'yes') &&
        (query.creator === undefined || row.apiUser.createdBy === query.creator) &&
        matches(row, words),
    )
    .map(row => ({ row, key: keyOf(row, column), name: fold(row.apiUser.name) }))
    .toSorted((one, other) => {
      // What has nothing to sort by comes last, whichever way.
      if ((one.key === '') !== (other.key === '')) return one.key === '' ? 1 : -1
      const order = compare(one.key, other.key) * (descending ? -1 : 1)
      return (
        order || compare(one.name, other.name) || compare(one.row.apiUser.id, other.row.apiUser.id)
      )
    })
    .map(({ row }) => row)
}

function matches({ apiUser, creator }: Row, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const { name, id, role, client, clientId } = apiUser
  const text = [name, id, role ?? '', client ?? clientId ?? '', creatorText(creator)]
    .map(fold)
    .join('\n')
  return words.every(word => text.includes(word))
}

function keyOf({ apiUser, creator, orphan }: Row, column: ColumnId): string {
  switch (column) {
    case 'name':
      return fold(apiUser.name)
    case 'role':
      return fold(apiUser.role ?? '')
    case 'client':
      return fold(apiUser.client ?? apiUser.clientId ?? '')
    case 'creator':
      return fold(creatorText(creator))
    case 'created':
      return apiUser.createdAt ?? ''
    case 'orphaned':
      return { yes: '1', unknown: '2', no: '' }[orphan.orphaned]
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
