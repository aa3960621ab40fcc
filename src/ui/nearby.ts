/**
 * Remembers where something is on the page, for when it is gone by the time the focus returns to it: the same control
 * of its neighbour, else the heading of the nearest part of the page that is still there.
 */
export function nearby(from: Element | null): () => HTMLElement | undefined {
  const trail: { readonly part: Element; readonly beside: readonly (Element | null)[] }[] = []
  for (let part = from; part && part !== document.body; part = part.parentElement)
    trail.push({ part, beside: [part.nextElementSibling, part.previousElementSibling] })
  return () => {
    // The focus was nowhere, and stays there: to put it anywhere would scroll the page.
    if (trail.length === 0) return undefined
    for (const { part, beside } of trail) {
      if (part.isConnected) {
        const heading = part.querySelector<HTMLElement>('h1, h2')
        if (heading) return focusable(heading)
        continue
      }
      for (const neighbour of beside) {
        const same = neighbour?.isConnected && neighbour.querySelector(from?.localName ?? '')
        if (same instanceof HTMLElement) return same
      }
    }
    const heading = document.querySelector<HTMLElement>('h1')
    return heading ? focusable(heading) : undefined
  }
}

function focusable(heading: HTMLElement): HTMLElement {
  heading.tabIndex = -1
  return heading
}
