import { useEffect, useEffectEvent, useRef } from 'react'
import { preferences } from './preferences'
import type { SingleKey } from './shortcuts'

const keys = ['/', '?', 'd', 'a', 'e'] as const satisfies readonly SingleKey[]

/** Single keys, as long as the component is there. They rest while one types and while a dialog or menu is open. */
export function useShortcuts(bindings: Partial<Record<SingleKey, (() => void) | undefined>>): void {
  useKeyDown(event => {
    const key = keys.find(each => each === event.key)
    const binding = key && bindings[key]
    if (!binding || !isFree(event)) return
    event.preventDefault()
    binding()
  })
}

/** The second key has to follow within this time, in milliseconds. */
const soon = 1_500

/** `g` and then a digit, as long as the component is there. @param go gets the digit */
export function useGoTo(go: (digit: number) => void): void {
  const began = useRef(Number.NEGATIVE_INFINITY)
  useKeyDown(event => {
    const isSecond = event.timeStamp - began.current < soon
    began.current = Number.NEGATIVE_INFINITY
    if (!isFree(event)) return
    if (event.key === 'g') began.current = event.timeStamp
    if (!isSecond || !/^[1-9]$/.test(event.key)) return
    event.preventDefault()
    go(Number(event.key))
  })
}

/** The whole page listens, wherever the focus is: that is outside React. */
function useKeyDown(act: (event: KeyboardEvent) => void): void {
  const onKeyDown = useEffectEvent(act)
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (preferences.get().singleKeys === 'off') return false
  if (event.target instanceof Element && isTypedInto(event.target)) return false
  return document.querySelector('dialog[open], [data-floating]') === null
}

function isTypedInto(element: Element): boolean {
  if (element instanceof HTMLElement && element.isContentEditable) return true
  return element.matches(
    'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])',
  )
}
