import type { Receipt, ReceiptConnection } from './receipt'

/** What else a receipt says, besides of everybody. */
export type Notes = {
  /** "Access level: Work" */
  readonly chosen: readonly string[]
  readonly notHandled: readonly string[]
  /** Only where it is done for somebody. */
  readonly afterwards: readonly string[]
}

export function notesOf({ connections, items }: Pick<Receipt, 'connections' | 'items'>): Notes {
  const all = Object.entries(connections)
  const done = new Set(
    items.flatMap(({ connection, verdict }) => (verdict === 'done' ? [connection] : [])),
  )
  const gather = (
    from: readonly (readonly [string, ReceiptConnection])[],
    sentences: (of: ReceiptConnection) => readonly string[] | undefined,
  ) =>
    from.flatMap(([, of]) =>
      // Of several, whose it is has to be said.
      (sentences(of) ?? []).map(words => (all.length > 1 ? `${of.name}: ${words}` : words)),
    )
  return {
    chosen: gather(all, ({ choice }) => choice && [`${choice.label}: ${choice.name}`]),
    notHandled: gather(all, ({ notHandled }) => notHandled),
    afterwards: gather(
      all.filter(([id]) => done.has(id)),
      ({ afterwards }) => afterwards,
    ),
  }
}
