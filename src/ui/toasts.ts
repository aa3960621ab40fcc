export type Toast = {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'red'
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined
  /** How long it stays, in ms, while nobody points at it or has the focus in it. */
  readonly stays: number
}

let shown: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]) {
  shown = next
  for (const listener of listeners) listener()
}

export const toasts = {
  get: (): readonly Toast[] => shown,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  /** A small notice at the bottom of the page; with an action it stays longer. */
  show: (text: string, options: Partial<Pick<Toast, 'tone' | 'action' | 'stays'>> = {}) => {
    lastId += 1
    const toast = {
      id: lastId,
      text,
      tone: options.tone ?? 'plain',
      action: options.action,
      stays: options.stays ?? (options.action || options.tone === 'red' ? 12_000 : 5_000),
    } as const
    set([...shown.slice(-2), toast])
  },
  close: (id: number) => set(shown.filter(toast => toast.id !== id)),
}
