import { nameKey } from '../directory/lookup'
import { mailDoubts } from './mail'
import { type Found, peopleIn } from './people'
import { linesIn, type Split, tableAt } from './spreadsheet'
import { closing, isHeader, mailTop, withoutBullet } from './words'

/** One person, or what looks like one, as somebody wrote them. */
export type Entry = Found & {
  /** Where: one line, or more where the same was said again. Counted from 1. */
  readonly lines: readonly number[]
  /** The line, without what lists put before it. */
  readonly text: string
}

/** A line without an id, an e-mail or what could be a name alone. A known name may still be in it. */
export type Sentence = {
  readonly line: number
  readonly text: string
  /** What it is; `undefined`: just words. */
  readonly why: string | undefined
  /** Why it may be about somebody who does not leave, wherever it stands. */
  readonly doubt?: string | undefined
}

export type Parsed = { readonly entries: readonly Entry[]; readonly sentences: readonly Sentence[] }

/**
 * What was pasted, line by line: each line ends up in an entry or among the sentences.
 * @param split cuts a table of comma- or semicolon-separated values into rows; asked only where there is a header
 */
export function parse(text: string, split: Split): Parsed {
  const lines = linesIn(text)
  const doubts = mailDoubts(lines)
  const entries: Entry[] = []
  const sentences: Sentence[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const table = tableAt(lines, index, split)
    if (table) {
      sentences.push({ line: index + 1, text: lines[index] ?? '', why: 'The header of a table' })
      for (const { line, text: row, people } of table.rows) {
        for (const one of people)
          entries.push({ ...one, lines: [line], text: textOf(one, people, row) })
        if (people.length === 0) sentences.push({ line, text: row, why: undefined })
      }
      index = table.end - 1
      continue
    }
    const line = index + 1
    const written = (lines[index] ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(written)) continue
    const text = withoutBullet(written)
    // An address behind the regards is told like any other, with the doubt that it is the writer's.
    if (closing.test(text) && !peopleIn(text).some(isExact)) {
      sentences.push({ line, text, why: 'The closing of a mail' })
      continue
    }
    const why = whyNobody(written)
    const found = why ? [] : peopleIn(text)
    for (const one of found)
      entries.push({
        ...one,
        lines: [line],
        text: textOf(one, found, text),
        doubt: doubts[index] ?? one.doubt,
      })
    if (found.length === 0) sentences.push({ line, text, why, doubt: doubts[index] })
  }
  return { entries: joined(entries), sentences }
}

const isExact = ({ ids, emails }: Found) => ids.length + emails.length > 0

/** Of several on one line each is shown by what names them. */
function textOf({ names, emails, ids }: Found, all: readonly Found[], line: string): string {
  const [exact] = [...emails, ...ids]
  return all.length === 1 ? line : [...names.slice(0, 1), ...(exact ? [exact] : [])].join(' · ')
}

function whyNobody(text: string): string | undefined {
  if (mailTop.test(text)) return 'The head of a mail'
  if (isHeader(text)) return 'A header'
  return undefined
}

/** Says once what was said more than once: the same id, the same e-mail, or the same name and nothing else. */
function joined(entries: readonly Entry[]): readonly Entry[] {
  const all: Entry[] = []
  const positions = new Map<string, number>()
  for (const entry of entries) {
    const exact = [...entry.ids, ...entry.emails].map(text => text.toLowerCase())
    // "Anna Meier (Sales)" need not be "Anna Meier (Support)".
    const keys =
      exact.length > 0
        ? exact
        : [nameKey(entry.text.replace(/[^\p{L}\p{M}\p{N}.'’-]+|\.(?!\p{L})/gu, ' '))]
    const position = keys.map(key => positions.get(key)).find(found => found !== undefined)
    const before = position === undefined ? undefined : all[position]
    const at = position ?? all.length
    all[at] = before ? merged(before, entry) : entry
    for (const key of keys) positions.set(key, at)
  }
  return all
}

const merged = (one: Entry, other: Entry): Entry => ({
  lines: [...new Set([...one.lines, ...other.lines])],
  text: one.text,
  ids: unique([...one.ids, ...other.ids]),
  emails: unique([...one.emails, ...other.emails]),
  names: unique([...one.names, ...other.names]),
  others: one.others,
  ...clearer(one, other),
})

/** What is said once without doubt is not doubted, unless the opposite is said too. */
function clearer(one: Entry, other: Entry): Pick<Entry, 'doubt' | 'objection'> {
  const { doubt, objection } = one.objection ? one : other
  return objection ? { doubt, objection } : { doubt: one.doubt && other.doubt }
}

const unique = (texts: readonly string[]) => [
  ...new Map(texts.map(text => [text.toLowerCase(), text])).values(),
]
