import type { Keys } from './keys'
import { merging, sorting } from './merge'
import { atOnce } from './slices'

/** As many new keys as are put in their places without a noticeable pause. */
const few = 2500

/**
 * The numbers from 0 (positions, or codes) in the order of their keys. Costs nothing until it is asked for; is then
 * built, in slices where they are many; from then on new and changed ones are put in their places.
 */
export class Order {
  readonly keys: Keys
  readonly #compare: (a: number, b: number) => number
  #count = 0
  /** `undefined`: nobody has asked for this order yet. */
  #sorted: Uint32Array | undefined
  /** Not in their places: new, or with a new key. */
  #waiting = new Set<number>()
  /** Touched while a build was pausing; keys must not change under it. */
  readonly #late = new Set<number>()
  #state: 'idle' | 'building' | 'disturbed' = 'idle'

  /** @param tieBreak for equal keys; it must tell any two apart */
  constructor(keys: Keys, tieBreak: (a: number, b: number) => number) {
    this.keys = keys
    this.#compare = (a, b) => keys.compare(a, b) || tieBreak(a, b)
  }

  /** Is new, or may have another key now. */
  touch(at: number): void {
    this.#count = Math.max(this.#count, at + 1)
    if (!this.#sorted) return
    if (this.#state !== 'idle') this.#late.add(at)
    else if (this.keys.update(at) || !this.#isPlaced(at)) this.#waiting.add(at)
  }

  /** Has the same key, but another tie-break. */
  retie(at: number): void {
    if (!this.#sorted) return
    this.#waiting.add(at)
    if (this.#state !== 'idle') this.#state = 'disturbed'
  }

  /** Puts what is new in its place, if the order is asked for and it is not too much at once. */
  keepUp(): void {
    if (this.#sorted && this.#state === 'idle' && this.#waiting.size <= few) atOnce(this.build())
  }

  /** `undefined`: too many to sort at once; run `build` in slices. */
  get sorted(): Uint32Array | undefined {
    const waiting = this.#sorted ? this.#waiting.size : this.#count
    return this.#state !== 'idle' || waiting > few ? undefined : atOnce(this.build())
  }

  /** Yields where it may pause; to be run to its end, and not twice at a time. */
  *build(): Generator<undefined, Uint32Array> {
    this.#state = 'building'
    let sorted = this.#sorted ?? (yield* this.#begin())
    while (this.#waiting.size > 0) {
      const taken = Uint32Array.from(this.#waiting)
      const moved = new Set(taken.filter(at => at < sorted.length))
      this.#waiting.clear()
      const kept = moved.size > 0 ? sorted.filter(at => !moved.has(at)) : sorted
      const added = yield* sorting(taken, this.#compare)
      const merged = yield* merging(kept, added, this.#compare)
      sorted = this.#isDisturbed() ? new Uint32Array(0) : merged
      this.#sorted = sorted
      this.#takeLate()
    }
    this.#state = 'idle'
    return sorted
  }

  *#begin() {
    const nothing = new Uint32Array(0)
    this.#sorted = nothing
    for (let at = 0; at < this.#count; at += 1) {
      this.keys.update(at)
      this.#waiting.add(at)
      if (at % few === 0) yield
    }
    return nothing
  }

  /** What was compared while a tie-break changed may be out of place: all of it is sorted again. */
  #isDisturbed(): boolean {
    if (this.#state !== 'disturbed') return false
    this.#state = 'building'
    for (let at = 0; at < this.#count; at += 1) this.#waiting.add(at)
    return true
  }

  #takeLate(): void {
    for (const at of this.#late)
      if (this.keys.update(at) || !this.#isPlaced(at)) this.#waiting.add(at)
    this.#late.clear()
  }

  #isPlaced(at: number): boolean {
    return this.#sorted !== undefined && at < this.#sorted.length
  }
}
