import { useRef } from 'react'

/** What is chosen while one panel is open is one step for Back: the first choice pushes, further ones replace it. */
export function useSteps(): () => 'push' | 'replace' {
  const isTaken = useRef(false)
  return () => {
    const step = isTaken.current ? 'replace' : 'push'
    isTaken.current = true
    return step
  }
}
