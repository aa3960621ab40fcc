import { namesIn } from './names'
import { doubtful, greeting, isHeader, mailHead } from './words'

/** One person, or what looks like one, as far as a line tells. */
export type Found = {
  readonly ids: readonly string[]
  readonly emails: readonly string[]
  /** What the name may be, the likeliest first. */
  readonly names: readonly string[]
  /** Of a row without a header: what else in it may be a name. Their manager's, perhaps. */
  readonly others?: readonly string[] | undefined
  /** Why this may be somebody who does not leave; `undefined`: nothing says so. */
  readonly doubt: string | undefined
  /** The word that says so: "keep". It holds also where another line names them without it. */
  readonly objection?: string | undefined
}

const anchor =
  /(?<email>(?!['’])[\p{L}\p{N}._%+'’&-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.[\p{L}]{2,63})|(?<![0-9a-f-])(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f-])/giu

type Group = {
  readonly ids: string[]
  readonly emails: string[]
  /** Between the one before and this one; behind the last. */
  readonly before: string
  after: string
}

export const notFirst = 'Not the first on its line of a table'

/** Nobody, one or several on one line. */
export function peopleIn(written: string): readonly Found[] {
  const isRow = written.includes('\t') || isRowOf(written)
  const text = isRow ? written.replace(/[;|]/g, '\t') : written
  const groups = groupsIn(text)
  const said = doubtIn(text.replace(anchor, ' '))
  const isTold = greeting.test(text) || addressed.test(text)
  const doubted = isTold ? { ...said, doubt: 'Spoken to in a mail' } : said
  const named = (names: readonly string[]): Found => ({ ids: [], emails: [], names, ...doubted })
  if (groups.length === 0) {
    if (greeting.test(text) || text.endsWith(':')) return []
    const [first, ...others] = namesIn(bare(text))
    if (!first) return []
    if (isRow) return [{ ...named(first), others: others.flat() }]
    // "Anna Meier, Sales, Olga Owner, 30.11.2026" may be a row too.
    const doubt = doubted.doubt ?? (hasNumberCell.test(text) ? notFirst : undefined)
    return [named(first), ...others.map(names => ({ ...named(names), doubt }))]
  }
  return groups.flatMap(({ ids, emails, before, after }, position) => {
    const names = namesIn(bare(before))
    // Behind the only one, without anything that parts them: "a@acme.example (Anna Meier)".
    const isBehind = names.length === 0 && !/^[\s>"”)\]]*[,;|]/.test(after)
    const behind = isBehind ? namesIn(bare(after.replace(/[()]/g, ' '))) : []
    const rest = /^[\s>"”)\]]*(?:[,;|]|(?:and|und|&)\s)\s*(.*)$/.exec(after)?.[1] ?? ''
    return [
      ...(isRow ? [] : names.slice(0, -1).map(named)),
      {
        ids,
        emails,
        names: (isRow ? names[0] : names.at(-1)) ?? behind[0] ?? [],
        ...doubted,
        doubt: doubted.doubt ?? (isRow && position > 0 ? notFirst : undefined),
      },
      ...(isRow ? [] : namesIn(bare(rest)).filter(hasWords).map(named)),
    ]
  })
}

/** "@Ben Okoro" */
const addressed = /(?<!\S)@\p{L}/u
/** A date, or a number: beside names it makes a row of a table of them. */
const hasNumberCell = /(?:^|[,;|])\s{0,9}(?=\D{0,9}\d)[\d./:-]{1,30}\s{0,9}(?:[,;|]|$)/
const isRowOf = (text: string) =>
  /^\|/.test(text) || (/[;|]/.test(text) && hasNumberCell.test(text))

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

export function doubtIn(text: string, words = doubtful): Pick<Found, 'doubt' | 'objection'> {
  const [objection] = words.exec(text) ?? []
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
