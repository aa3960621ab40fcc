type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
type Size = { readonly width: number; readonly height: number }

const gap = 4
const margin = 8

/**
 * Where something of `size` goes next to `anchor`: below it, above it where there is more room, never over the
 * edge of the viewport. All in CSS px; `room` is the height it may take before it has to scroll.
 */
export function place(
  anchor: Box,
  size: Size,
  viewport: Size,
  align: 'start' | 'end',
): { readonly left: number; readonly top: number; readonly room: number } {
  const below = viewport.height - anchor.bottom - gap - margin
  const above = anchor.top - gap - margin
  const goesBelow = size.height <= below || below >= above
  const room = Math.max(0, goesBelow ? below : above)
  const height = Math.min(size.height, room)
  const wanted = align === 'start' ? anchor.left : anchor.right - size.width
  return {
    left: clamp(wanted, margin, viewport.width - size.width - margin),
    top: clamp(
      goesBelow ? anchor.bottom + gap : anchor.top - gap - height,
      margin,
      viewport.height - height - margin,
    ),
    room,
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
