/** Every key that does something of its own: the list under `?`, menus and handlers read it. */
export const shortcuts = {
  search: { keys: ['/'], label: 'Search', group: 'Everywhere' },
  commands: { keys: ['Ctrl K', '⌘ K'], label: 'Find a command', group: 'Everywhere' },
  shortcuts: { keys: ['?'], label: 'Show all shortcuts', group: 'Everywhere' },
  close: { keys: ['Esc'], label: 'Close what is open', group: 'Everywhere' },
  connection: {
    keys: ['g', '1…9'],
    label: 'Go to the users of a connection, by its place in the list',
    group: 'Everywhere',
  },
  move: { keys: ['↑', '↓'], label: 'Go through the rows', group: 'In a table' },
  select: { keys: ['Space'], label: 'Select the row, or not', group: 'In a table' },
  extend: { keys: ['Shift ↑', 'Shift ↓'], label: 'Select row by row', group: 'In a table' },
  selectAll: {
    keys: ['Ctrl A', '⌘ A'],
    label: 'Select all that match, or none of them',
    group: 'In a table',
  },
  open: { keys: ['Enter'], label: 'Open the user', group: 'In a table' },
  cells: { keys: ['←', '→'], label: 'Go from cell to cell', group: 'In a table' },
  menu: { keys: ['Shift F10'], label: 'Open the menu of the row', group: 'In a table' },
  deactivate: { keys: ['d'], label: 'Deactivate', group: 'On a user or a selection' },
  activate: { keys: ['a'], label: 'Activate', group: 'On a user or a selection' },
  archive: { keys: ['e'], label: 'Archive', group: 'On a user or a selection' },
} as const satisfies Record<
  string,
  { readonly keys: readonly string[]; readonly label: string; readonly group: string }
>

/** The keys that act without a modifier and from anywhere on a page. */
export type SingleKey = '/' | '?' | 'd' | 'a' | 'e'
