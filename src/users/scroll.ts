import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

const storageKey = 'rollcall.users.scroll'
const kept = 50

/**
 * The list scrolls inside the page, so the browser does not bring it back to where it was: this does, for each history
 * entry, once enough rows are there. A list of another shape starts at its top.
 * @param shape changes when other rows are listed, or in another order
 */
export function useScrollMemory(
  scroller: RefObject<HTMLElement | null>,
  shape: string,
  rows: number,
  complete: boolean,
) {
  const { key } = useLocation()
  const arrivedBy = useNavigationType()
  const top = useRef(0)
  const wanted = useRef<number>(undefined)
  const drawn = useRef<string>(undefined)

  useLayoutEffect(() => {
    if (arrivedBy === 'POP') wanted.current = recall(key)
    return () => remember(key, top.current)
  }, [key, arrivedBy])

  useLayoutEffect(() => {
    const isOther = drawn.current !== undefined && drawn.current !== shape
    drawn.current = shape
    // Asking the element where it is would cost a layout for each letter that is typed.
    if (isOther && wanted.current === undefined && top.current > 0)
      scroller.current?.scrollTo({ top: 0 })
  }, [shape, scroller])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each arriving page may make the list long enough
  useLayoutEffect(() => {
    const element = scroller.current
    const target = wanted.current
    if (!element || target === undefined) return
    if (!complete && element.scrollHeight - element.clientHeight < target) return
    wanted.current = undefined
    element.scrollTop = target
  }, [rows, complete, key, scroller])

  // Listens to the element: the position must be known when it is already gone.
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const note = () => {
      top.current = element.scrollTop
    }
    const giveUp = () => {
      wanted.current = undefined
    }
    const leave = () => remember(history.state?.key ?? 'default', top.current)
    element.addEventListener('scroll', note, { passive: true })
    element.addEventListener('wheel', giveUp, { passive: true })
    element.addEventListener('pointerdown', giveUp)
    element.addEventListener('keydown', giveUp)
    window.addEventListener('pagehide', leave)
    return () => {
      element.removeEventListener('scroll', note)
      element.removeEventListener('wheel', giveUp)
      element.removeEventListener('pointerdown', giveUp)
      element.removeEventListener('keydown', giveUp)
      window.removeEventListener('pagehide', leave)
    }
  }, [scroller])
}

function positions(): readonly (readonly [string, number])[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
    if (!Array.isArray(stored)) return []
    return stored.flatMap(([key, top]) =>
      typeof key === 'string' && typeof top === 'number' ? [[key, top] as const] : [],
    )
  } catch {
    return []
  }
}

const recall = (key: string) => positions().find(([other]) => other === key)?.[1]

function remember(key: string, top: number) {
  const others = positions().filter(([other]) => other !== key)
  try {
    sessionStorage.setItem(storageKey, JSON.stringify([...others, [key, top]].slice(-kept)))
  } catch {
    // A full or forbidden storage costs the position, nothing else.
  }
}
