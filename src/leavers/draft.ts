import type { Sessions } from '../session/session'
import { type Parsed, parse } from './parse'
import { hasTable, type Split } from './spreadsheet'

/** Whether the list names who leaves or who stays. */
export type Sense = 'leave' | 'stay'

export type Draft = {
  readonly text: string
  readonly sense: Sense
  /** What was looked for last; `undefined`: nothing yet. */
  readonly asked: (Pick<Draft, 'text' | 'sense'> & { readonly parsed: Parsed }) | undefined
  /** By connection and user id, where the operator has said yes or no. */
  readonly ticks: ReadonlyMap<string, boolean>
  /** By match and connection: the id of the one who was meant. */
  readonly choices: ReadonlyMap<string, string>
}

const empty: Draft = {
  text: '',
  sense: 'leave',
  asked: undefined,
  ticks: new Map(),
  choices: new Map(),
}

/** With who was signed in: what they pasted is nothing for who comes after them. */
const prefix = 'rollcall.leavers '

let draft: Draft | undefined
let watched: Sessions | undefined
const listeners = new Set<() => void>()

function set(next: Draft) {
  draft = next
  for (const listener of listeners) listener()
}

const keysOf = (sessions: Sessions) =>
  sessions
    .snapshot()
    .sessions.map(({ connection, operator }) => `${prefix}${connection.id} ${operator.id}`)

/** What was pasted outlives the page and a sign-in that leads away from it, and never the tab or the operator. */
export const drafts = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  of(sessions: Sessions): Draft {
    if (watched !== sessions) {
      watched = sessions
      draft = undefined
      sessions.onSignedOut(() => {
        if (keysOf(sessions).length === 0) drafts.clear(sessions)
      })
    }
    draft ??= restored(sessions)
    return draft
  },
  change(values: Partial<Pick<Draft, 'text' | 'sense' | 'ticks' | 'choices'>>) {
    if (draft) set({ ...draft, ...values })
  },
  tick(tickKeys: readonly string[], ticked: boolean) {
    if (!draft) return
    const ticks = new Map(draft.ticks)
    for (const tickKey of tickKeys) ticks.set(tickKey, ticked)
    set({ ...draft, ticks })
  },
  /** Rejects where the code that reads tables does not arrive. */
  async find(sessions: Sessions): Promise<void> {
    const { text, sense } = drafts.of(sessions)
    const split = hasTable(text) ? await loadSplit() : noTable
    // Meanwhile it may have been cleared, by signing out too, or typed on.
    const now = drafts.of(sessions)
    if (now.text === '') return
    drafts.keep(sessions)
    const asked = { text, sense, parsed: parse(text, split) }
    set({ ...empty, text: now.text, sense: now.sense, asked })
  },
  /** For a reload, and for a sign-in that leads away. */
  keep(sessions: Sessions) {
    const { text, sense } = drafts.of(sessions)
    const [key] = keysOf(sessions)
    forget(sessions)
    try {
      if (key && text) sessions.environment.storage.setItem(key, `${sense}\n${text}`)
    } catch {
      // Too long for the storage, or there is none: then it lasts as long as the page.
    }
  },
  clear(sessions: Sessions) {
    forget(sessions)
    set(empty)
  },
}

function forget({ environment: { storage } }: Sessions): void {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
}

function restored(sessions: Sessions): Draft {
  const { storage } = sessions.environment
  const kept = keysOf(sessions).flatMap(key => storage.getItem(key) ?? [])[0] ?? ''
  const end = kept.indexOf('\n')
  if (kept === '') forget(sessions)
  return { ...empty, sense: kept.startsWith('stay') ? 'stay' : 'leave', text: kept.slice(end + 1) }
}

const noTable: Split = () => []

async function loadSplit(): Promise<Split> {
  const { default: papa } = await import('papaparse')
  return (text, delimiter) => papa.parse<string[]>(text, { delimiter }).data
}
