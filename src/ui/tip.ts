import type { FocusEvent, PointerEvent } from 'react'
import { place } from './place'

const look =
  'pointer-events-auto fixed m-0 max-w-80 rounded-6 border border-edge bg-float px-2.5 py-[5px] text-12 text-text-2 shadow-float whitespace-pre-line wrap-anywhere'
const pointerDelay = 300

let tip: HTMLElement | undefined
let anchor: Element | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Handlers that show `text` next to an element while the pointer or the keyboard focus is on it. One element serves
 * the whole page, so a table of a thousand cells costs nothing until one is pointed at. Assistive technology gets
 * the text another way: from the element itself or by `aria-describedby`.
 */
export function tipHandlers(text: string | ((element: HTMLElement) => string | undefined)) {
  const textFor = (element: HTMLElement) => (typeof text === 'string' ? text : text(element))
  return {
    onPointerEnter(event: PointerEvent<HTMLElement>) {
      if (event.pointerType === 'touch') return
      const element = event.currentTarget
      clearTimeout(timer)
      timer = setTimeout(() => showTip(element, textFor(element)), pointerDelay)
    },
    onPointerLeave: leave,
    onPointerDown: () => clearTimeout(timer),
    onFocus(event: FocusEvent<HTMLElement>) {
      if (event.target.matches(':focus-visible'))
        showTip(event.currentTarget, textFor(event.currentTarget))
    },
    onBlur: hide,
  }
}

/** At once, e.g. when something that is disabled is pressed: a finger neither hovers nor focuses. */
export function showTip(element: Element, text: string | undefined) {
  if (!text || !element.isConnected) return
  hide()
  anchor = element
  tip ??= build()
  // Everything outside an open modal dialog is inert, and what is in no landmark is missed: it joins its anchor's.
  const host = element.closest('dialog, main, header, footer') ?? document.body
  host.append(tip)
  tip.textContent = text
  tip.showPopover()
  const { left, top } = place(
    element.getBoundingClientRect(),
    tip.getBoundingClientRect(),
    { width: document.documentElement.clientWidth, height: window.innerHeight },
    'start',
  )
  tip.style.left = `${left}px`
  tip.style.top = `${top}px`
  window.addEventListener('keydown', hideOnEscape, true)
  window.addEventListener('keyup', hideWhenGone, true)
  window.addEventListener('pointerdown', hideOnPress, true)
  window.addEventListener('scroll', hide, true)
}

function hide() {
  clearTimeout(timer)
  if (!anchor) return
  anchor = undefined
  window.removeEventListener('keydown', hideOnEscape, true)
  window.removeEventListener('keyup', hideWhenGone, true)
  window.removeEventListener('pointerdown', hideOnPress, true)
  window.removeEventListener('scroll', hide, true)
  tip?.remove()
}

/** Not at once: the pointer may be on its way onto the tip, to read or to copy it (WCAG 1.4.13). */
function leave() {
  clearTimeout(timer)
  timer = setTimeout(hide, 120)
}

function hideOnEscape(event: KeyboardEvent) {
  if (event.key === 'Escape') hide()
}

/** What is removed with the focus on it tells nobody that it has lost it. */
function hideWhenGone() {
  if (!anchor?.isConnected) hide()
}

function hideOnPress(event: Event) {
  if (!(event.target instanceof Node && tip?.contains(event.target))) hide()
}

function build(): HTMLElement {
  const element = document.createElement('div')
  element.role = 'tooltip'
  element.dir = 'auto'
  element.popover = 'manual'
  element.className = look
  element.addEventListener('pointerenter', () => clearTimeout(timer))
  element.addEventListener('pointerleave', leave)
  return element
}
