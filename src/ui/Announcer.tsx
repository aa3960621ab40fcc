import { registerRegion } from './announce'

/** Where `announce` speaks. Once in the app's frame; dialogs bring their own. */
export function Announcer() {
  return (
    <div
      ref={region => (region ? registerRegion(region) : undefined)}
      aria-live="polite"
      aria-atomic="true"
      className="sr-only"
    />
  )
}
