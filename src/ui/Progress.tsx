/** How far it is: `value` of `max`. `text` says it in words. */
export function Progress({
  value,
  max,
  text,
}: {
  readonly value: number
  readonly max: number
  readonly text?: string | undefined
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div
      role="progressbar"
      aria-label="Progress"
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
      tabIndex={-1}
      className="h-1.5 overflow-hidden rounded-4 bg-grey-line forced-colors:border"
    >
      <div
        className="h-full origin-left bg-accent-solid transition-transform forced-colors:bg-[Highlight]"
        style={{ transform: `scaleX(${share})` }}
      />
    </div>
  )
}
