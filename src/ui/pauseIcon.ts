import { createLucideIcon } from 'lucide-react'

/** Two plain strokes: the hollow bars of lucide's own `Pause` fill up at 14 px. */
export const PauseIcon = createLucideIcon({
  name: 'pause-lines',
  size: 24,
  node: [['path', { d: 'M8.25 5.25v13.5M15.75 5.25v13.5', key: 'lines' }]],
})
