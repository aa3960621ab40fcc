import { useId, useState } from 'react'
import { Checkbox } from './Checkbox'
import { formatNumber } from './number'
import { SearchInput } from './SearchInput'

export type CheckOption = {
  readonly value: string
  readonly label: string
  readonly count?: number | undefined
}

const searchFrom = 9

/** Several of a list, with how many users each stands for; long lists can be searched. */
export function CheckList({
  legend,
  options,
  chosen,
  onChange,
}: {
  readonly legend: string
  readonly options: readonly CheckOption[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}) {
  const id = useId()
  const [search, setSearch] = useState('')
  const wanted = fold(search)
  const shown = options.filter(option => fold(option.label).includes(wanted))
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{legend}</legend>
      {options.length >= searchFrom && (
        <SearchInput
          label={`Search ${legend.toLowerCase()}`}
          placeholder="Search"
          value={search}
          onChange={setSearch}
          className="mb-1"
        />
      )}
      <div className="max-h-80 overflow-y-auto overscroll-contain">
        {shown.map(option => (
          <label
            key={option.value}
            htmlFor={`${id}${option.value}`}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-6 px-2 hover:bg-ground-hover phone:min-h-11"
          >
            <Checkbox
              id={`${id}${option.value}`}
              checked={chosen.has(option.value)}
              onChange={event => onChange(toggled(chosen, option.value, event.target.checked))}
            />
            <bdi className="min-w-0 flex-1 truncate" title={option.label}>
              {option.label}
            </bdi>
            {option.count !== undefined && (
              <span className="text-12 text-text-3">{formatNumber(option.count)}</span>
            )}
          </label>
        ))}
        {shown.length === 0 && <p className="px-2 py-1.5 text-text-3">Nothing matches</p>}
      </div>
    </fieldset>
  )
}

function toggled(chosen: ReadonlySet<string>, value: string, isOn: boolean): ReadonlySet<string> {
  const next = new Set(chosen)
  if (isOn) next.add(value)
  else next.delete(value)
  return next
}

/** Case and accents do not matter. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
