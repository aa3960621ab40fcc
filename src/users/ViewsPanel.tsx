import { Bookmark, Pencil, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { preferences, type SavedView, tableOf } from '../preferences/preferences'
import { Menu, type MenuEntry } from '../ui/Menu'
import { toasts } from '../ui/toasts'
import type { ViewsProps } from './ViewsMenu'
import { type NamedView, queryOf, searchOf } from './views'

const ViewNameDialog = lazy(async () => ({
  default: (await import('./ViewNameDialog')).ViewNameDialog,
}))

/** Goes to a saved view; keeps, renames and deletes one's own. */
export function ViewsPanel({
  provider,
  address,
  shown,
  saved,
  builtIn,
  now,
  anchor,
  onClose,
}: ViewsProps & {
  readonly builtIn: readonly NamedView[]
  /** The view that the list shows. */
  readonly now: NamedView | undefined
  /** `undefined`: closed. */
  readonly anchor: HTMLElement | undefined
  readonly onClose: () => void
}) {
  const [naming, setNaming] = useState<'new' | SavedView>()
  const own = saved.find(view => view === now)

  /** Among the views there are by now: since the list was drawn, also another tab may have changed them. */
  function keep({ id, name, search }: SavedView) {
    const { views } = tableOf(preferences.get(), provider.id)
    const others = views.filter(other => other.id !== id && other.name !== name)
    const all = [...others, { id, name, search }]
    preferences.changeTable(provider.id, {
      views: all.sort((one, other) => one.name.localeCompare(other.name)),
    })
  }

  function remove(view: SavedView) {
    const { views } = tableOf(preferences.get(), provider.id)
    preferences.changeTable(provider.id, { views: views.filter(({ id }) => id !== view.id) })
    toasts.show(`View “${view.name}” deleted`, {
      action: { label: 'Undo', onSelect: () => keep(view) },
    })
  }

  const entryOf = (view: NamedView): MenuEntry => ({
    label: view.name,
    type: 'radio',
    checked: view === now,
    onSelect: () => address.choose(() => queryOf(view, provider)),
  })

  function save(name: string) {
    const view = naming === 'new' || !naming ? undefined : naming
    const id = view?.id ?? Date.now().toString(36)
    const search = view?.search ?? searchOf(address.query, shown, provider)
    keep({ id, name, search })
    setNaming(undefined)
    toasts.show(view ? `View renamed to “${name}”` : `View “${name}” saved`)
  }

  const notOwn = 'The list shows none of your own views'
  return (
    <>
      <Menu
        label="Views"
        anchor={anchor}
        sections={[
          builtIn.map(entryOf),
          saved.map(entryOf),
          [
            {
              label: 'Save this view…',
              icon: Bookmark,
              disabledReason: own ? `This is the view “${own.name}”` : undefined,
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
              onSelect: () => own && remove(own),
            },
          ],
        ]}
        onClose={onClose}
      />
      <Suspense>
        {naming && (
          <ViewNameDialog
            view={naming === 'new' ? undefined : naming}
            search={address.query.search.trim()}
            others={saved.filter(view => view !== naming).map(({ name }) => name)}
            onSave={save}
            onClose={() => setNaming(undefined)}
          />
        )}
      </Suspense>
    </>
  )
}
