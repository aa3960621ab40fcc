import { Ellipsis } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Action, User } from '../providers/provider'
import { openAction } from '../runs/actionDialog'
import { actionWords } from '../runs/actions'
import { Button } from '../ui/Button'
import { MenuButton } from '../ui/MenuButton'
import { formatNumber } from '../ui/number'
import { type Ground, whyNone } from './acting'
import { actionIcons } from './actionIcons'
import type { Basket } from './basket'
import { nobody, remove, type Selection } from './selection'

const ReviewDialog = lazy(async () => ({
  default: (await import('./ReviewDialog')).ReviewDialog,
}))

/** In the bar the one that is needed most is first. */
const inBar = [
  'deactivate',
  'activate',
  'archive',
  'unarchive',
  'delete',
] as const satisfies readonly Action[]

export type SelectionBarProps = {
  /** Everybody in the basket, listed now or not. */
  readonly users: readonly User[]
  /** How many of them the list shows. */
  readonly listedCount: number
  /** How many match in all. */
  readonly matching: number
  readonly ground: Ground
  readonly basket: Basket
  /** The actions but the first are in a menu. */
  readonly isNarrow: boolean
  readonly onSelectAll: () => void
  /** Into the list: with nobody selected the bar goes. */
  readonly onLeave: () => void
}

/** The basket and what can be done with it. Docked: it pushes the rows and covers none. */
export function SelectionBar(props: SelectionBarProps) {
  const { users, listedCount, matching, ground, basket, isNarrow, onSelectAll, onLeave } = props
  const [isReviewing, setReviewing] = useState(false)
  const hidden = users.length - listedCount
  const drop = (change: (selection: Selection) => Selection) => {
    flushSync(() => basket.update(change))
    if (basket.get().ids.size === 0) onLeave()
  }
  const clear = () => drop(() => nobody)
  const all = `Select all ${formatNumber(matching)} matching`

  const entries = inBar.map(action => ({
    action,
    label: actionWords[action].label,
    icon: actionIcons[action],
    disabledReason: whyNone(action, users, ground),
    onSelect: () => openAction({ ...ground, action, users }),
  }))
  const [first] = entries

  return (
    <section
      aria-label="Selection"
      className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-t border-picked-line bg-picked px-4 py-1 [--ground-hover:var(--picked)] phone:h-14 phone:flex-nowrap phone:px-3"
    >
      <p role="status" className="min-w-0 whitespace-nowrap phone:whitespace-normal">
        <strong className="font-semibold whitespace-nowrap">
          {formatNumber(users.length)} selected
        </strong>
        {hidden > 0 && (
          <span className="text-13 text-text-2 phone:block phone:text-12">
            <span className="phone:sr-only">, </span>
            {formatNumber(hidden)} not in this list
          </span>
        )}
      </p>
      <Button variant="bare" className="text-accent! phone:px-1" onClick={() => setReviewing(true)}>
        Review
      </Button>
      {isNarrow ? (
        <div className="ml-auto flex gap-2">
          {first && (
            <Button disabledReason={first.disabledReason} onClick={first.onSelect}>
              {first.label}
            </Button>
          )}
          <MenuButton
            label="More actions"
            align="end"
            sections={[
              entries.slice(1),
              [
                {
                  label: all,
                  disabledReason: listedCount === matching ? 'All of them are selected' : undefined,
                  onSelect: onSelectAll,
                },
                { label: 'Clear selection', onSelect: clear },
              ],
            ]}
            trigger={trigger => (
              <Button {...trigger} icon={Ellipsis} size="square" aria-label="More actions" />
            )}
          />
        </div>
      ) : (
        <>
          {listedCount < matching && (
            <Button variant="bare" className="text-accent!" onClick={onSelectAll}>
              {all}
            </Button>
          )}
          <span aria-hidden="true" className="h-5 w-px bg-picked-line" />
          {entries.map(({ action, label, disabledReason, onSelect }) => (
            <Button
              key={action}
              disabledReason={disabledReason}
              aria-keyshortcuts={actionWords[action].key}
              tip={actionWords[action].key && `Key ${actionWords[action].key}`}
              className="aria-disabled:border-picked-line! aria-disabled:bg-transparent!"
              onClick={onSelect}
            >
              {label}
            </Button>
          ))}
          <Button variant="bare" className="-mr-3 ml-auto text-accent!" onClick={clear}>
            Clear selection
          </Button>
        </>
      )}
      <Suspense>
        {isReviewing && (
          <ReviewDialog
            users={users}
            hidden={hidden}
            onRemove={id => drop(now => remove(now, [id]))}
            onClear={clear}
            onClose={() => setReviewing(false)}
          />
        )}
      </Suspense>
    </section>
  )
}
