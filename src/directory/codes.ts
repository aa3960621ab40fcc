import { fold } from './fold'
import type { Keys } from './keys'
import { longer } from './longer'
import { Order } from './order'

/**
 * The value lists of a column, each distinct one kept once and numbered, and the number of each user's list: so
 * search, filter, count and sort look at a list once, and at a user only for a number.
 */
export class Codes {
  /** By code. */
  readonly lists: (readonly string[])[] = []
  /** By code: the list folded, its values parted by a character that no fold contains. */
  readonly folded: string[] = []
  /** By position. */
  of = new Uint32Array(0)
  /** The codes, sorted. */
  readonly order: Order
  readonly #single = new Map<string, number>()
  readonly #several = new Map<string, number>()

  /** @param keysOf what the lists are sorted by */
  constructor(keysOf: (codes: Codes) => Keys) {
    this.order = new Order(keysOf(this), (a, b) => a - b)
  }

  set(position: number, values: readonly string[]): void {
    this.of = longer(this.of, position + 1)
    this.of[position] = this.#code(values)
  }

  #code(values: readonly string[]): number {
    const [first = '', ...others] = values
    const known = others.length === 0 ? this.#single : this.#several
    const key = others.length === 0 ? first : JSON.stringify(values)
    const code = known.get(key)
    if (code !== undefined) return code
    const added = this.lists.push(values) - 1
    this.folded.push(values.map(fold).join('\n'))
    known.set(key, added)
    this.order.touch(added)
    return added
  }
}
