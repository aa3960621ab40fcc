/** One of two or three, side by side. It stands in a fieldset, whose legend says what is chosen. */
export function Segments<Value extends string>({
  name,
  options,
  value,
  onChange,
  className = '',
}: {
  /** Of the group, on the page once. */
  readonly name: string
  readonly options: readonly (readonly [value: Value, label: string])[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly className?: string | undefined
}) {
  return (
    <div className={`flex rounded-6 border border-edge ${className}`}>
      {options.map(([option, label]) => (
        <label
          key={option}
          className="relative flex-1 rounded-6 py-1 text-center text-13 text-text-2 has-checked:bg-picked has-checked:font-medium has-checked:text-accent forced-colors:has-checked:underline has-focus-visible:outline-2 has-focus-visible:outline-accent phone:py-2.5"
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={value === option}
            onChange={() => onChange(option)}
          />
          {label}
        </label>
      ))}
    </div>
  )
}
