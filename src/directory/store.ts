import type { Column, Flag, Kind, User } from '../providers/provider'
import { backFlag, type CutOff, isBack } from './back'
import { Codes } from './codes'
import { codeKeys, dateKeys, valuesOf } from './columns'
import { fold, lettersOf } from './fold'
import { textKeys } from './keys'
import { longer } from './longer'
import { Order } from './order'
import { atOnce } from './slices'

export type Shape = { readonly columns: readonly Column[]; readonly flags: readonly Flag[] }

/** Stands before and after what can be searched for exactly, and in no folded text. */
export const mark = '\u0001'

/**
 * The users as search, filter and sort want them: everything by position, and changed in place. A position is given
 * once: who is gone leaves it empty, who is new gets the next, so an older view never shows somebody in another's row.
 */
export class Store {
  readonly shape: Shape
  /** By position; who is gone stays for the views that still show them. */
  readonly users: User[] = []
  readonly positions = new Map<string, number>()
  /** By position: 1, or 0 for who is gone. */
  present = new Uint8Array(0)
  /** By position: a bit for each flag that holds, the first flag's the lowest. */
  flagged = new Uint32Array(0)
  /** By position, folded: name, what else is searched and different for each user, e-mails, id. */
  readonly haystacks: string[] = []
  /** By position: which of a to z are in the haystack, a bit each. */
  letters = new Uint32Array(0)
  /** Columns whose values many users share, by id. */
  readonly codes: ReadonlyMap<string, Codes>
  /** Columns sorted by a key of each user, by id. */
  readonly orders: ReadonlyMap<string, Order>
  /** Everybody by name, then id: the order within equals of every other order. Always complete. */
  readonly names: Order
  readonly kinds: Record<Kind, number> = { person: 0, apiUser: 0, external: 0, agent: 0 }
  unreadable = 0
  /** Grows with every change. */
  version = 0
  #cutOff: CutOff = new Map()
  readonly #inHaystack: readonly Column[]
  /** By id: when they were seen to be gone. Older answers do not bring them back. */
  readonly #goneAt = new Map<string, number>()

  constructor(shape: Shape) {
    const back = { ...backFlag, test: (user: User) => isBack(user, this.#cutOff.get(user.id)) }
    this.shape = { columns: shape.columns, flags: [...shape.flags.slice(0, 31), back] }
    const name = textKeys(at => fold(this.users[at]?.name ?? ''))
    const email = textKeys(at => fold(this.users[at]?.email ?? ''))
    const id = textKeys(at => fold(this.#id(at)))
    const byId = (a: number, b: number) => (this.#id(a) < this.#id(b) ? -1 : 1)
    const byName = (a: number, b: number) => name.compare(a, b) || byId(a, b)
    this.names = new Order(name, byId)
    atOnce(this.names.build())
    const keyed = shape.columns.filter(column => column.type === 'date')
    this.orders = new Map([
      ['name', this.names],
      ['email', new Order(email, byName)],
      ['id', new Order(id, byName)],
      ...keyed.map(column => [column.id, new Order(dateKeys(column, this.users), byName)] as const),
    ])
    const shared = shape.columns.filter(column => !this.orders.has(column.id))
    this.codes = new Map(shared.map(column => [column.id, new Codes(codeKeys(column))]))
    this.#inHaystack = keyed.filter(column => column.searched)
  }

  /** Those who are there, in the order of their positions. */
  everybody(): readonly User[] {
    return this.positions.size === this.users.length
      ? this.users.slice()
      : this.users.filter((_, position) => this.present[position] === 1)
  }

  nextVersion(): number {
    this.version += 1
    return this.version
  }

  /** Takes each answer that is not older than what is known of its user. */
  put(users: Iterable<User>): void {
    for (const user of users) this.#put(user)
    atOnce(this.names.build())
    for (const order of this.orders.values()) order.keepUp()
    this.version += 1
  }

  /** @param at when it was seen, in milliseconds since the epoch */
  remove(id: string, at: number): void {
    this.#goneAt.set(id, Math.max(at, this.#goneAt.get(id) ?? at))
    const position = this.positions.get(id)
    const user = position === undefined ? undefined : this.users[position]
    if (position === undefined || !user || user.readAt > at) return
    this.#count(user, -1)
    this.positions.delete(id)
    this.present[position] = 0
    this.haystacks[position] = ''
    this.letters[position] = 0
    this.version += 1
  }

  get cutOff(): CutOff {
    return this.#cutOff
  }

  /** Looks again at whom it is said of now, and was before. */
  remember(cutOff: CutOff): void {
    const ids = [...this.#cutOff.keys(), ...cutOff.keys()]
    this.#cutOff = cutOff
    for (const id of ids) {
      const position = this.positions.get(id)
      const user = position === undefined ? undefined : this.users[position]
      if (position !== undefined && user) this.flagged[position] = this.#flags(user)
    }
    this.version += 1
  }

  /** When the user was seen to be gone, in milliseconds since the epoch; `undefined`: never. */
  goneAt(id: string): number | undefined {
    return this.#goneAt.get(id)
  }

  #put(user: User): void {
    if (user.readAt <= (this.#goneAt.get(user.id) ?? Number.NEGATIVE_INFINITY)) return
    const known = this.positions.get(user.id)
    const before = known === undefined ? undefined : this.users[known]
    if (before && before.readAt > user.readAt) return
    const position = known ?? this.users.length
    this.users[position] = user
    if (before) this.#count(before, -1)
    this.#count(user, 1)
    if (known === undefined) this.#place(user.id, position)
    if (!before || isFoundElsewhere(before, user) || this.#inHaystack.length > 0)
      this.#search(position, this.#haystack(user))
    for (const column of this.shape.columns)
      this.codes.get(column.id)?.set(position, valuesOf(column, user))
    this.flagged[position] = this.#flags(user)
    for (const order of this.orders.values()) {
      order.touch(position)
      if (before && before.name !== user.name && order !== this.names) order.retie(position)
    }
  }

  #place(id: string, position: number): void {
    this.positions.set(id, position)
    this.present = longer(this.present, position + 1)
    this.present[position] = 1
    this.flagged = longer(this.flagged, position + 1)
    this.letters = longer(this.letters, position + 1)
  }

  #search(position: number, haystack: string): void {
    this.haystacks[position] = haystack
    this.letters[position] = lettersOf(haystack)
  }

  #count(user: User, by: 1 | -1): void {
    this.kinds[user.kind] += by
    if (user.unreadable) this.unreadable += by
  }

  #flags(user: User): number {
    let bits = 0
    for (const [index, flag] of this.shape.flags.entries()) if (flag.test(user)) bits |= 1 << index
    return bits >>> 0
  }

  /** The name first: it is what most searches are about, and the search stops where it has found. */
  #haystack(user: User): string {
    const more = this.#inHaystack.flatMap(column => valuesOf(column, user))
    const exact = [...user.emails, user.id].map(fold).join(mark)
    return [...[user.name, ...more].map(fold), `${mark}${exact}${mark}`].join('\n')
  }

  #id(position: number): string {
    return this.users[position]?.id ?? ''
  }
}

function isFoundElsewhere(before: User, after: User): boolean {
  return (
    before.name !== after.name ||
    before.emails.length !== after.emails.length ||
    before.emails.some((email, index) => email !== after.emails[index])
  )
}
