import { nameKey } from '../directory/lookup'
import { namesIn } from './names'
import { isHeader, type Split, tableAt } from './spreadsheet'
import { closing, doubtful, greeting, mailHead, mailTop } from './words'

/** One person, or what looks like one, as somebody wrote them. */
export type Entry = {
  /** Where: one line, or more where the same was said again. Counted from 1. */
  readonly lines: readonly number[]
  /** The line, without what lists put before it. */
  readonly text: string
  readonly ids: readonly string[]
  readonly emails: readonly string[]
  /** What the name may be, the likeliest first. */
  readonly names: readonly string[]
  /** Why this may be somebody who does not leave; `undefined`: nothing says so. */
  readonly doubt: string | undefined
  /** The word that says so: "keep". It holds also where another line names them without it. */
  readonly objection?: string | undefined
}

/** A line without an id, an e-mail or what could be a name alone. A known name may still be in it. */
export type Sentence = {
  readonly line: number
  readonly text: string
  /** What it is; `undefined`: just words. */
  readonly why: string | undefined
}

export type Parsed = { readonly entries: readonly Entry[]; readonly sentences: readonly Sentence[] }

type Found = Pick<Entry, 'ids' | 'emails' | 'names' | 'doubt' | 'objection'>

/** So many lines below the closing of a mail may be its signature. */
const signature = 5

/**
 * What was pasted, line by line: each line ends up in an entry or among the sentences.
 * @param split cuts a table of comma- or semicolon-separated values into rows; asked only where there is a header
 */
export function parse(text: string, split: Split): Parsed {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  const entries: Entry[] = []
  const sentences: Sentence[] = []
  let signedUntil = 0
  for (let index = 0; index < lines.length; index += 1) {
    const table = tableAt(lines, index, split)
    if (table) {
      sentences.push({ line: index + 1, text: lines[index] ?? '', why: 'The header of a table' })
      for (const row of table.rows) {
        const found = row.isKnown ? [row.found] : peopleIn(row.text)
        for (const one of found)
          entries.push({ ...one, lines: [row.line], text: textOf(one, found, row.text) })
        if (found.length === 0) sentences.push({ line: row.line, text: row.text, why: undefined })
      }
      index = table.end - 1
      continue
    }
    const line = index + 1
    const written = (lines[index] ?? '').trim()
    if (/^-{2}$/.test(written)) signedUntil = line + signature
    if (!/[\p{L}\p{N}]/u.test(written)) continue
    const text = withoutBullet(written)
    if (mailHead.test(text) || mailTop.test(written)) signedUntil = 0
    if (closing.test(text)) {
      signedUntil = line + signature
      sentences.push({ line, text, why: 'The closing of a mail' })
      continue
    }
    const why = whyNobody(written)
    const found = why ? [] : peopleIn(text)
    const doubt = mailHead.test(text)
      ? 'From the head of a mail'
      : line <= signedUntil
        ? 'Below the closing of a mail: perhaps who wrote it'
        : undefined
    for (const one of found)
      entries.push({
        ...one,
        lines: [line],
        text: textOf(one, found, text),
        doubt: doubt ?? one.doubt,
      })
    if (found.length === 0) sentences.push({ line, text, why })
  }
  return { entries: joined(entries), sentences }
}

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

const bullet =
  /^[\s>]*(?:(?:[-–—*+•·‣▪▫◦●○■□▸►✓✔☐☑→]|\(?\d{1,4}[.):]|\d{1,4}(?=\t)|\[[ x]?\])\s*)*(?=\S)/iu

const withoutBullet = (line: string) => line.replace(bullet, '')

const anchor =
  /(?<email>[\p{L}\p{N}._%+'’&-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.[\p{L}]{2,63})|(?<![0-9a-f-])(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f-])/giu

type Group = {
  readonly ids: string[]
  readonly emails: string[]
  /** Between the one before and this one; behind the last. */
  readonly before: string
  after: string
}

/** Nobody, one or several on one line. */
export function peopleIn(text: string): readonly Found[] {
  const groups = groupsIn(text)
  const doubted = doubtIn(text.replace(anchor, ' '))
  const named = (names: readonly string[]): Found => ({ ids: [], emails: [], names, ...doubted })
  if (groups.length === 0)
    return greeting.test(text) || text.endsWith(':') ? [] : namesIn(bare(text)).map(named)
  const isRow = text.includes('\t')
  return groups.flatMap(({ ids, emails, before, after }, position) => {
    const names = namesIn(bare(before))
    // Behind the only one, without anything that parts them: "a@acme.example (Anna Meier)".
    const isTold = names.length === 0 && !/^[\s>"”)\]]*[,;|]/.test(after)
    const behind = isTold ? namesIn(bare(after.replace(/[()]/g, ' '))) : []
    const rest = /^[\s>"”)\]]*(?:[,;|]|(?:and|und|&)\s)\s*(.*)$/.exec(after)?.[1] ?? ''
    return [
      ...(isRow ? [] : names.slice(0, -1).map(named)),
      {
        ids,
        emails,
        names: names.at(-1) ?? behind[0] ?? [],
        ...doubted,
        doubt:
          doubted.doubt ??
          (isRow && position > 0 ? 'Not the first on its line of a table' : undefined),
      },
      ...(isRow ? [] : namesIn(bare(rest)).filter(hasWords).map(named)),
    ]
  })
}

/** One person has one id and one e-mail here: the second of a kind begins the next person. */
function groupsIn(text: string): readonly Group[] {
  const groups: Group[] = []
  let end = 0
  for (const found of text.matchAll(anchor)) {
    const { email, id = '' } = found.groups ?? {}
    const before = text.slice(end, found.index)
    let group = groups.at(-1)
    if (!group || (email ? group.emails : group.ids).length > 0) {
      group = { ids: [], emails: [], before, after: '' }
      groups.push(group)
    }
    if (email) group.emails.push(email)
    else group.ids.push(id)
    end = found.index + found[0].length
  }
  const last = groups.at(-1)
  if (last) last.after = text.slice(end)
  return groups
}

const hasWords = ([name = '']: readonly string[]) => name.includes(' ')

export function doubtIn(text: string): Pick<Entry, 'doubt' | 'objection'> {
  const [objection] = doubtful.exec(text) ?? []
  return { doubt: objection && `The line says “${objection}”`, objection }
}

/** Without what stands around a name and an address: "Meier, Anna <", ", Ben Schulz <mailto:". */
const bare = (text: string) =>
  text
    .replace(/mailto:|https?:\S*/gi, ' ')
    .replace(/^[\s>)\]"',;|]+/, '')
    .replace(/^(?:and|und|&)\s+/, '')
    .replace(mailHead, '')
    .replace(/^[^:\t]{1,20}:\s*/, label => (isHeader(label.trim()) ? '' : label))
    .replace(/[\s<([“”„"',;|:–-]+$/, '')

/** Says once what was said more than once: the same id, the same e-mail, or the same name and nothing else. */
function joined(entries: readonly Entry[]): readonly Entry[] {
  const all: Entry[] = []
  const positions = new Map<string, number>()
  for (const entry of entries) {
    const exact = [...entry.ids, ...entry.emails].map(text => text.toLowerCase())
    const keys = exact.length > 0 ? exact : entry.names.slice(0, 1).map(nameKey)
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
