/** Four numbers of 32 bits that are always the same for the same text: FNV-1a, four times, mixed at the end. */
function hashOf(text: string): readonly [number, number, number, number] {
  let [a, b, c, d] = [0x811c9dc5, 0x2f1b3a67, 0x6b8e9d13, 0x4d5c2e91]
  for (let n = 0; n < text.length; n += 1) {
    const unit = text.charCodeAt(n)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit ^ (a >>> 15), 0x01000193)
    c = Math.imul(c ^ unit ^ (b >>> 13), 0x01000193)
    d = Math.imul(d ^ unit ^ (c >>> 11), 0x01000193)
  }
  return [mixed(a ^ d), mixed(b ^ a), mixed(c ^ b), mixed(d ^ c)]
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}

/** A UUID that is always the same for the same text. */
export function uuidOf(text: string): string {
  const [a, b, c, d] = hashOf(text).map(part => part.toString(16).padStart(8, '0'))
  const variant = '89ab'[Number.parseInt(String(c).charAt(0), 16) % 4]
  return `${a}-${b?.slice(0, 4)}-4${b?.slice(5)}-${variant}${c?.slice(1, 4)}-${c?.slice(4)}${d}`
}

export type Dice = {
  /** A whole number from 0 to below `sides`. */
  readonly roll: (sides: number) => number
  /** True in `percent` of 100 cases. */
  readonly chance: (percent: number) => boolean
  /** One of a list that is not empty. */
  readonly pick: <Thing>(from: readonly Thing[]) => Thing
}

/** Chance that always falls the same way (mulberry32, public domain). */
export function dice(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const roll = (sides: number) => Math.floor(next() * sides)
  const pick = <Thing>(from: readonly Thing[]) => {
    const picked = from[roll(from.length)]
    if (picked === undefined) throw new Error('There is nothing to pick from.')
    return picked
  }
  return { roll, pick, chance: percent => roll(100) < percent }
}

/** A number from 0 to below `sides` that is always the same for the same text. */
export function rollOf(text: string, sides: number): number {
  return hashOf(text)[0] % sides
}

/**
 * A moment on a day, in working hours, written with as many fraction digits as happen to be needed:
 * awork's times have none to seven (`2021-06-01T12:06:35.27Z`).
 */
export function momentOn(day: string, salt: string): string {
  const number = rollOf(`${day}${salt}`, 8 * 3600 * 1000)
  const seconds = Math.floor(number / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = `${two(7 + Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  const fraction = ['', '.4', '.27', '.183', '.0042', '.51873', '.620114', '.9307281'][number % 8]
  return `${day}T${clock}${fraction}Z`
}

/** The present, written as awork writes it: trailing zeros of the fraction are left out. */
export function written(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.?0*Z$/, 'Z')
}
