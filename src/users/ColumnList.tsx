import { ArrowDown, ArrowUp } from 'lucide-react'
import { useId, useLayoutEffect, useRef } from 'react'
import { preferences } from '../preferences/preferences'
import type { Provider } from '../providers/provider'
import { announce } from '../ui/announce'
import { Button } from '../ui/Button'
import { Checkbox } from '../ui/Checkbox'
import { IconButton } from '../ui/IconButton'
import type { Address } from './address'
import { arranged, type Columns, moved, preferColumns } from './columns'
import { useSteps } from './steps'

export type ColumnListProps = {
  readonly provider: Provider
  readonly address: Address
  readonly columns: Columns
  /** Ids after the name, in order. */
  readonly shown: readonly string[]
}

/** Which columns there are after the name, and in which order. */
export function ColumnList({ provider, address, columns, shown }: ColumnListProps) {
  const base = useId()
  const step = useSteps()
  const isSet = columns.preferred !== undefined || Object.keys(columns.widths).length > 0
  const list = useRef<HTMLUListElement>(null)
  const pressed = useRef<string>(undefined)

  // The browser takes the focus from an element that is moved, and moving is what its button does.
  useLayoutEffect(() => {
    const button =
      pressed.current && list.current?.querySelector(`[data-move="${pressed.current}"]`)
    if (button instanceof HTMLElement && document.activeElement === document.body) button.focus()
  })

  function change(next: readonly string[] | undefined) {
    const how = step()
    // Back shows the columns as they were: that entry has to name them, now that others are preferred.
    if (how === 'push') address.pin(shown)
    preferColumns(provider.id, next)
    address.choose(query => ({ ...query, columns: next }), how)
  }

  function move(id: string, by: -1 | 1) {
    const next = moved(shown, id, by)
    if (next === shown) return
    pressed.current = `${id} ${by}`
    change(next)
    announce(`Column ${next.indexOf(id) + 2} of ${next.length + 1}`)
  }

  return (
    <>
      <ul ref={list}>
        <li className="flex h-8 items-center gap-2.5 px-2 text-text-3 phone:h-11">
          <Checkbox aria-label="Name" checked aria-disabled readOnly />
          Name
          <span className="ml-auto text-12">always first</span>
        </li>
        {arranged(provider.columns, shown).map(({ id, header }) => {
          const at = shown.indexOf(id)
          return (
            <li
              key={id}
              className="flex min-h-8 items-center rounded-6 px-2 hover:bg-ground-hover phone:min-h-11"
            >
              <label
                htmlFor={`${base}${id}`}
                className="flex min-w-0 flex-1 cursor-pointer items-center gap-2.5 self-stretch"
              >
                <Checkbox
                  id={`${base}${id}`}
                  checked={at >= 0}
                  onChange={() =>
                    change(at >= 0 ? shown.filter(other => other !== id) : [...shown, id])
                  }
                />
                {header}
              </label>
              {at >= 0 &&
                ([-1, 1] as const).map(by => (
                  <IconButton
                    key={by}
                    icon={by < 0 ? ArrowUp : ArrowDown}
                    size="small"
                    aria-label={`Move ${header} ${by < 0 ? 'up' : 'down'}`}
                    aria-disabled={moved(shown, id, by) === shown || undefined}
                    className="aria-disabled:text-edge"
                    data-move={`${id} ${by}`}
                    onClick={() => move(id, by)}
                  />
                ))}
            </li>
          )
        })}
      </ul>
      <div className="mt-1 border-t border-hairline pt-2">
        <Button
          className="w-full"
          disabledReason={isSet ? undefined : 'Columns, order and widths are as they come'}
          onClick={() => {
            preferences.changeTable(provider.id, { widths: {} })
            change(undefined)
          }}
        >
          Reset columns
        </Button>
      </div>
    </>
  )
}
