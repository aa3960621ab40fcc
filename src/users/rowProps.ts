import type { Column, PartState, User } from '../providers/provider'
import type { News } from './news'

/** What a row of the table needs, on a wide screen and on a phone; the same values as long as it looks the same. */
export type RowProps = {
  readonly user: User
  /** The user's own page; `undefined`: the row does nothing yet. */
  readonly href: string | undefined
  /** Its place in the list, from 0. */
  readonly row: number
  /** Px from the first row. */
  readonly top: number
  readonly isSelected: boolean
  /** The one row that Tab goes to. */
  readonly isActive: boolean
  readonly isMenuOpen: boolean
  /** What the last refresh did to it, or that a receipt says otherwise. */
  readonly news: News | undefined
  /** In order, the name first. */
  readonly columns: readonly Column[]
  /** By column id, for columns from another endpoint. */
  readonly parts: Readonly<Record<string, PartState>>
  /** Folded words of the search. */
  readonly words: readonly string[]
}

/** The first row of the grid is its header, and rows count from 1. */
export const ariaRow = (row: number) => row + 2

export const isMachine = (user: User) => user.kind === 'apiUser' || user.kind === 'agent'
