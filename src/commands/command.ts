import type { LucideIcon } from 'lucide-react'
import { fold } from '../directory/fold'

/** One line of the list. */
export type Command = {
  /** Two commands with the same id do the same to the same. */
  readonly id: string
  /** "Deactivate…" */
  readonly label: string
  /** Whom or what it is about: text from elsewhere. */
  readonly subject?: string | undefined
  /** What tells it from the like: the e-mail, the connection. */
  readonly detail?: string | undefined
  /** Further words it is found by. */
  readonly also?: string | undefined
  /** What it stands under while nothing is asked; `undefined`: it is shown only when asked for. */
  readonly section?: string | undefined
  readonly icon?: LucideIcon | undefined
  readonly shortcut?: string | undefined
  /** Why it cannot be done. It stays in the list and says so. */
  readonly disabledReason?: string | undefined
  readonly run: () => void
}

/**
 * The commands in which every word occurs, best first: those whose label begins with each word, those where something
 * begins with each, the rest; of equals first what can be done, then as they came.
 * @param words folded
 */
export function matching(
  commands: readonly Command[],
  words: readonly string[],
): readonly Command[] {
  return commands
    .flatMap(command => {
      const rank = rankOf(command, words)
      return rank === undefined ? [] : [{ command, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command)
}

function rankOf(command: Command, words: readonly string[]): number | undefined {
  const { label, subject = '', detail = '', also = '', disabledReason } = command
  const text = fold([label, subject, detail, also].join(' '))
  if (!words.every(word => text.includes(word))) return undefined
  const isOff = disabledReason === undefined ? 0 : 1
  if (words.every(word => begins(label, word))) return isOff
  return (words.every(word => begins(text, word)) ? 2 : 4) + isOff
}

/** A word of the text begins with it. @param word folded */
export function begins(text: string, word: string): boolean {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some(part => part.startsWith(word))
}
