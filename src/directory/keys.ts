/** What something is sorted by, kept by number (a user's position, or a code): so that comparing costs no folding. */
export interface Keys {
  /** Reads the key again; true when it is another one than before. */
  readonly update: (at: number) => boolean
  /** Nothing to sort by: comes last, whichever way. */
  readonly isEmpty: (at: number) => boolean
  /** Below zero: `a` is first. Zero: the key says nothing about the two. */
  readonly compare: (a: number, b: number) => number
}

/** @param read the folded text; `''`: there is none */
export function textKeys(
  read: (at: number) => string,
): Keys & { readonly get: (at: number) => string } {
  const keys: string[] = []
  const get = (at: number) => keys[at] ?? ''
  return {
    get,
    update: at => {
      const key = read(at)
      if (keys[at] === key) return false
      keys[at] = key
      return true
    },
    isEmpty: at => get(at) === '',
    compare: (a, b) => {
      const [first, second] = [get(a), get(b)]
      if (first === second) return 0
      if (first === '') return 1
      if (second === '') return -1
      return first < second ? -1 : 1
    },
  }
}

/** @param read `Infinity`: there is none */
export function numberKeys(read: (at: number) => number): Keys {
  const keys: number[] = []
  const get = (at: number) => keys[at] ?? Number.POSITIVE_INFINITY
  return {
    update: at => {
      const key = read(at)
      if (keys[at] === key) return false
      keys[at] = key
      return true
    },
    isEmpty: at => get(at) === Number.POSITIVE_INFINITY,
    compare: (a, b) => {
      const [first, second] = [get(a), get(b)]
      return first === second ? 0 : first < second ? -1 : 1
    },
  }
}
