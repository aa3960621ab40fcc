import { useEffect, useState } from 'react'

/** Milliseconds since the epoch, new each second as long as it is on. */
export function useNow(isOn: boolean): number {
  const [now, setNow] = useState(Date.now)
  // A clock that ticks is outside of React.
  useEffect(() => {
    if (!isOn) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [isOn])
  return now
}
