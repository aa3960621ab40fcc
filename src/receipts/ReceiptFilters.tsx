import type { RefObject } from 'react'
import { actions } from '../providers/provider'
import { actionWords } from '../runs/actions'
import { Button } from '../ui/Button'
import { CheckList } from '../ui/CheckList'
import { Field } from '../ui/Field'
import { Popover } from '../ui/Popover'
import { SearchInput } from '../ui/SearchInput'
import { TextInput } from '../ui/TextInput'
import { isFiltering, type ReceiptFilter } from './filter'

const nothing: ReceiptFilter = {
  search: '',
  actions: new Set(),
  operators: new Set(),
  from: '',
  to: '',
}

export function ReceiptFilters({
  filter,
  operators,
  searchRef,
  onChange,
}: {
  readonly filter: ReceiptFilter
  /** Names that some receipt has. */
  readonly operators: readonly string[]
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onChange: (filter: ReceiptFilter) => void
}) {
  const change = (changes: Partial<ReceiptFilter>) => onChange({ ...filter, ...changes })
  const days = (filter.from === '' ? 0 : 1) + (filter.to === '' ? 0 : 1)
  return (
    <>
      <SearchInput
        label="Search receipts"
        placeholder="User, e-mail, id, ticket"
        shortcut="/"
        inputRef={searchRef}
        value={filter.search}
        onChange={search => change({ search })}
        className="w-[272px] phone:w-full"
      />
      <Popover label="Action" count={filter.actions.size}>
        <CheckList
          legend="Action"
          options={actions.map(action => ({ value: action, label: actionWords[action].verb }))}
          chosen={filter.actions}
          onChange={chosen =>
            change({ actions: new Set(actions.filter(action => chosen.has(action))) })
          }
        />
      </Popover>
      <Popover label="Operator" count={filter.operators.size}>
        <CheckList
          legend="Operator"
          options={operators.map(name => ({ value: name, label: name }))}
          chosen={filter.operators}
          onChange={chosen => change({ operators: chosen })}
        />
      </Popover>
      <Popover label="Time" count={days}>
        <div className="flex flex-col gap-3 p-1">
          <Field label="From">
            {control => (
              <TextInput
                {...control}
                type="date"
                value={filter.from}
                onChange={event => change({ from: event.target.value })}
              />
            )}
          </Field>
          <Field label="Up to and including">
            {control => (
              <TextInput
                {...control}
                type="date"
                value={filter.to}
                onChange={event => change({ to: event.target.value })}
              />
            )}
          </Field>
        </div>
      </Popover>
      {isFiltering(filter) && (
        <Button variant="bare" onClick={() => onChange(nothing)}>
          Clear
        </Button>
      )}
    </>
  )
}
