import { type KeyboardEvent, type PointerEvent, useState } from 'react'

const step = 8
const leap = 40

/** The edge of a column: dragged, moved by arrow keys, or set back by a double click or Delete. */
export function ResizeHandle({
  header,
  width,
  least,
  most,
  tabIndex,
  onStart,
  onResize,
  onReset,
}: {
  readonly header: string
  /** Px, as drawn; `undefined`: not resized yet, so that it follows the window. */
  readonly width: number | undefined
  readonly least: number
  readonly most: number
  readonly tabIndex: 0 | -1
  /** Measures the columns as they are drawn and gives this one's width. */
  readonly onStart: () => number
  readonly onResize: (width: number) => void
  readonly onReset: () => void
}) {
  const [drag, setDrag] = useState<{ readonly x: number; readonly width: number }>()
  const [drawn, setDrawn] = useState<number>()
  const now = width ?? drawn ?? least
  const resize = (next: number) => onResize(Math.round(Math.min(most, Math.max(least, next))))

  function begin(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ x: event.clientX, width: onStart() })
  }

  function onKeyDown(event: KeyboardEvent) {
    const by = event.shiftKey ? leap : step
    const width = widthAfter(event.key, onStart(), { by, least, most })
    if (width === undefined && event.key !== 'Delete') return
    event.preventDefault()
    event.stopPropagation()
    if (width === undefined) onReset()
    else resize(width)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be focused and moved
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${header}`}
      aria-valuenow={Math.round(now)}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuetext={`${Math.round(now)} pixels`}
      tabIndex={tabIndex}
      onFocus={() => setDrawn(onStart())}
      onKeyDown={onKeyDown}
      onPointerDown={begin}
      onPointerMove={event => drag && resize(drag.width + event.clientX - drag.x)}
      onPointerUp={() => setDrag(undefined)}
      onPointerCancel={() => setDrag(undefined)}
      // A press on the edge is none on the header, which sorts.
      onClick={event => event.stopPropagation()}
      onDoubleClick={onReset}
      className="absolute inset-y-0 right-0 w-2 cursor-col-resize touch-none outline-none after:absolute after:inset-y-1.5 after:right-0 after:w-px after:bg-transparent hover:after:bg-field focus-visible:after:w-0.5 focus-visible:after:bg-accent data-dragging:after:bg-accent"
      data-dragging={drag ? '' : undefined}
    />
  )
}

function widthAfter(
  key: string,
  width: number,
  { by, least, most }: { readonly by: number; readonly least: number; readonly most: number },
): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return width - by
    case 'ArrowRight':
      return width + by
    case 'Home':
      return least
    case 'End':
      return most
  }
  return undefined
}
