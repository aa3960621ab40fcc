const regions: HTMLElement[] = []

/** Registers a live region; the last one speaks, since what is behind a modal dialog is inert. */
export function registerRegion(region: HTMLElement): () => void {
  regions.push(region)
  return () => {
    regions.splice(regions.indexOf(region), 1)
  }
}

/** Says `text` to who listens rather than looks, when they are done with what they hear. */
export function announce(text: string): void {
  const region = regions.at(-1)
  if (!region) return
  // A new node each time, so that the same words said twice are heard twice.
  const line = document.createElement('p')
  line.textContent = text
  region.replaceChildren(line)
}
