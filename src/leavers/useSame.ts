import { useState } from 'react'

/** The list of before, as long as what matters of each of its elements is the same. */
export function useSame<Value>(
  now: readonly Value[],
  whatMatters: (value: Value) => readonly unknown[],
): readonly Value[] {
  const [kept, setKept] = useState(now)
  const isSame =
    kept.length === now.length &&
    kept.every((value, index) => {
      const other = now[index]
      if (other === undefined) return false
      const facts = whatMatters(other)
      return whatMatters(value).every((fact, at) => fact === facts[at])
    })
  if (isSame) return kept
  setKept(now)
  return now
}
