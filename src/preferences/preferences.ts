import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'

/**
 * How the operator likes to work, kept by the browser over sign-outs. Nothing of the API's is in here. The one place
 * for a person's name is what the operator typed into a search and saved as a view; saving a view has to say so.
 */
const view = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string().check(z.minLength(1)),
  /** A query string of the users page, without `?`. */
  search: z.string(),
})

const table = z.object({
  /** Ids of the columns that are shown, in their order; missing: as the provider has them. */
  columns: z.catch(z.optional(z.array(z.string())), undefined),
  /** In px, by column id. */
  widths: z.catch(z.record(z.string(), z.number().check(z.gte(40), z.lte(2000))), {}),
  views: z.catch(readableOf(view), []),
})

const schema = z.object({
  theme: z.catch(z.enum(['system', 'light', 'dark']), 'system'),
  /** Keys that act without a modifier can be turned off (WCAG 2.1.4). */
  singleKeys: z.catch(z.enum(['on', 'off']), 'on'),
  /** By provider id. */
  tables: z.catch(z.record(z.string(), table), {}),
})

export type SavedView = z.output<typeof view>
export type TablePreferences = z.output<typeof table>
export type Preferences = z.output<typeof schema>

const defaults: Preferences = { theme: 'system', singleKeys: 'on', tables: {} }
const untouched: TablePreferences = { widths: {}, views: [] }

/** What of a stored text can be understood; defaults for the rest. Never throws. */
export function parsePreferences(text: string | null): Preferences {
  try {
    const parsed = schema.safeParse(JSON.parse(text ?? ''))
    return parsed.success ? parsed.data : defaults
  } catch {
    return defaults
  }
}

/** The users table of one provider as the operator has set it. */
export function tableOf(all: Preferences, provider: string): TablePreferences {
  return Object.hasOwn(all.tables, provider) ? (all.tables[provider] ?? untouched) : untouched
}

const key = 'rollcall.preferences'
const listeners = new Set<() => void>()
let current: Preferences | undefined

export const preferences = {
  get: (): Preferences => {
    current ??= read()
    return current
  },
  change: (changes: Partial<Preferences>) => {
    current = { ...preferences.get(), ...changes }
    write(current)
    for (const listener of listeners) listener()
  },
  changeTable: (provider: string, changes: Partial<TablePreferences>) => {
    const all = preferences.get()
    const next = { ...tableOf(all, provider), ...changes }
    preferences.change({ tables: { ...all.tables, [provider]: next } })
  },
  subscribe: (listener: () => void): (() => void) => {
    if (listeners.size === 0) window.addEventListener('storage', readAgain)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) window.removeEventListener('storage', readAgain)
    }
  },
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(preferences.subscribe, preferences.get)
}

/** Changed in another tab. */
function readAgain(event: StorageEvent) {
  if (event.key !== key && event.key !== null) return
  current = read()
  for (const listener of listeners) listener()
}

function read(): Preferences {
  try {
    return parsePreferences(localStorage.getItem(key))
  } catch {
    // Storage is turned off: preferences last as long as the page.
    return defaults
  }
}

function write(next: Preferences) {
  try {
    localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // As in `read`, or full.
  }
}

/** One entry that cannot be read does not lose the others. */
function readableOf<Entry extends z.ZodMiniType>(entry: Entry) {
  return z.pipe(
    z.array(z.unknown()),
    z.transform(entries =>
      entries.flatMap(value => {
        const parsed = entry.safeParse(value)
        return parsed.success ? [parsed.data] : []
      }),
    ),
  )
}
