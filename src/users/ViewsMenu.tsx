import { Bookmark, ChevronDown, Pencil, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { preferences, type SavedView } from '../preferences/preferences'
import type { Provider } from '../providers/provider'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import type { MenuEntry } from '../ui/Menu'
import { MenuButton } from '../ui/MenuButton'
import { toasts } from '../ui/toasts'
import type { Address } from './address'
import { currentView, type NamedView, queryOf, searchOf } from './views'

const ViewNameDialog = lazy(async () => ({
  default: (await import('./ViewNameDialog')).ViewNameDialog,
}))

const everybody: NamedView = { id: '', name: 'All users', search: '' }

/** Goes to a saved view; keeps, renames and deletes one's own. */
export function ViewsMenu({
  provider,
  address,
  shown,
  saved,
}: {
  readonly provider: Provider
  readonly address: Address
  /** Ids of the columns after the name. */
  readonly shown: readonly string[]
  readonly saved: readonly SavedView[]
}) {
  const [naming, setNaming] = useState<'new' | SavedView>()
  const builtIn = [everybody, ...provider.views]
  const own = currentView(saved, address.query, shown, provider)
  const now = own ?? currentView(builtIn, address.query, shown, provider)

  const keep = (views: readonly SavedView[]) =>
    preferences.changeTable(provider.id, { views: [...views] })

  const entryOf = (view: NamedView): MenuEntry => ({
    label: view.name,
    type: 'radio',
    checked: view === now,
    onSelect: () =>
      address.choose(({ columns }) => {
        const query = queryOf(view, provider)
        return { ...query, columns: query.columns ?? columns }
      }),
  })

  function save(name: string) {
    const view = naming === 'new' || !naming ? undefined : naming
    const id = view?.id ?? crypto.randomUUID()
    const search = view?.search ?? searchOf(address.query, shown, provider)
    const others = saved.filter(other => other.id !== id && other.name !== name)
    keep([...others, { id, name, search }].sort((a, b) => a.name.localeCompare(b.name)))
    setNaming(undefined)
    toasts.show(view ? `View renamed to “${name}”` : `View “${name}” saved`)
  }

  const notOwn = 'The list shows none of your own views'
  return (
    <>
      <MenuButton
        label="Views"
        sections={[
          builtIn.map(entryOf),
          saved.map(entryOf),
          [
            {
              label: 'Save this view…',
              icon: Bookmark,
              disabledReason: now ? `This is the view “${now.name}”` : undefined,
              onSelect: () => setNaming('new'),
            },
            {
              label: 'Rename this view…',
              icon: Pencil,
              disabledReason: own ? undefined : notOwn,
              onSelect: () => setNaming(own),
            },
            {
              label: 'Delete this view',
              icon: Trash2,
              disabledReason: own ? undefined : notOwn,
              onSelect: () => {
                keep(saved.filter(view => view !== own))
                toasts.show(`View “${own?.name}” deleted`, {
                  action: { label: 'Undo', onSelect: () => keep(saved) },
                })
              },
            },
          ],
        ]}
        trigger={props => (
          <Button {...props} variant="bare" className="max-w-48">
            <bdi className="truncate">{now?.name ?? everybody.name}</bdi>
            <Icon of={ChevronDown} />
          </Button>
        )}
      />
      <Suspense>
        {naming && (
          <ViewNameDialog
            view={naming === 'new' ? undefined : naming}
            search={address.query.search.trim()}
            onSave={save}
            onClose={() => setNaming(undefined)}
          />
        )}
      </Suspense>
    </>
  )
}
