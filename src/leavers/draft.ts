import * as z from 'zod/mini'
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

const key = 'rollcall.leavers'
const schema = z.object({
  text: z.string(),
  sense: z.enum(['leave', 'stay']),
  /** Who was signed in: what they pasted is nothing for who comes after them. */
  operators: z.array(z.string()),
})

let draft: Draft | undefined
let watched: Sessions | undefined
const listeners = new Set<() => void>()

function set(next: Draft) {
  draft = next
  for (const listener of listeners) listener()
}

const operatorsOf = (sessions: Sessions) =>
  sessions.snapshot().sessions.map(({ connection, operator }) => `${connection.id} ${operator.id}`)

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
        if (operatorsOf(sessions).length === 0) drafts.clear(sessions)
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
    drafts.keep(sessions)
    set({ ...empty, text, sense, asked: { text, sense, parsed: parse(text, split) } })
  },
  /** For a reload, and for a sign-in that leads away. */
  keep(sessions: Sessions) {
    const { text, sense } = drafts.of(sessions)
    const { storage } = sessions.environment
    try {
      if (text)
        storage.setItem(key, JSON.stringify({ text, sense, operators: operatorsOf(sessions) }))
      else storage.removeItem(key)
    } catch {
      // Too long for the storage, or there is none: then it lasts as long as the page.
    }
  },
  clear(sessions: Sessions) {
    sessions.environment.storage.removeItem(key)
    set(empty)
  },
}

function restored(sessions: Sessions): Draft {
  const { storage } = sessions.environment
  const parsed = schema.safeParse(json(storage.getItem(key)))
  const now = operatorsOf(sessions)
  if (parsed.success && parsed.data.operators.some(one => now.includes(one)))
    return { ...empty, text: parsed.data.text, sense: parsed.data.sense }
  storage.removeItem(key)
  return empty
}

function json(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const noTable: Split = () => []

async function loadSplit(): Promise<Split> {
  const { default: papa } = await import('papaparse')
  return (text, delimiter) => papa.parse<string[]>(text, { delimiter }).data
}
