/** What stands in mails and spreadsheets around names, in English and German. */

export const greeting =
  /^(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten|moin|sehr geehrte[rs]?|good (?:morning|afternoon|day)|team)\b/i

const farewells =
  '(?:(?:(?:best|kind|kindest|warm|warmest) )?(?:regards|rgds|wishes|greetings)|(?:all the )?best|cheers|br|(?:many |kind )?(?:thanks|thx)|thank you(?: very much)?|(?:yours )?(?:sincerely|faithfully|truly)|(?:(?:vielen|besten|herzlichen) )?danke?|(?:\\p{L}+ )?gr(?:ü|ue|u)(?:ß|ss)e?|mit \\p{L}+ gr(?:ü|ue)(?:ß|ss)en|mfg|vg|lg|bg|sent from|gesendet von|von meinem)'

/** Below it, somebody signs: "Thanks and best regards," */
export const closing = new RegExp(
  `^${farewells}(?:(?:\\s*[,.!&+]\\s*|\\s+(?:and|und)\\s+)${farewells})?(?!\\p{L})[\\s\\p{P}]*(?:\\p{L}+[\\s\\p{P}]*){0,3}$`,
  'iu',
)

/** The lines at the top of a mail: who wrote it and to whom. */
export const mailHead = /^(?:from|to|b?cc|reply-to|von|an|kopie)\s*:/i

/** The same, and naming nobody: "Subject: Leavers". */
export const mailTop = /^(?:subject|date|sent|betreff|datum|gesendet|re|aw|fwd?|wg)\s*:|^[-_]{3,}/i

/** These say that somebody does not leave, or not yet. */
const staying =
  "not|nicht|don[’'´]?t|isn[’'´]?t|except|außer|ausser|unless|instead|stattdessen|keeps?|keeping|stay(?:s|ing)?|remain(?:s|ing)?|bleib(?:t|en)|behält|extended|prolonged|verlängert|postponed|verschoben|cancel\\w*|withdrawn|zurückgezogen"
/** And these that somebody else is named, who has to do with it. */
const concerned =
  'replaces?|ersetzt|manager|supervisor|vorgesetzte[rn]?|approv\\w*|request\\w*|questions?|(?:rück)?fragen|contact|ansprech\\w*|hand(?:s|ed)? ?over|übergabe|übernimmt|takes? over|successor|nachfolge\\w*'

/** Words of their own, also where they begin or end with an umlaut, which `\b` does not know. */
const oneOf = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')

/** A line that says one of these may mean somebody else than who leaves, or not yet. */
export const doubtful = oneOf(`${staying}|${concerned}`)
/** The same of a note in a table, where a manager is a position or has a column. */
export const doubtfulNote = oneOf(staying)

/** What a list puts before each of those on it. */
const bullet =
  /^[\s>]*(?:(?:[-–—*+•·‣▪▫◦●○■□▸►✓✔☐☑→\uf0a7\uf0b7]|\(?[#№]?\d{1,4}[.):]|[#№]\d{1,4}|\(?[a-z]\)|(?:\d{1,4}|o)(?=\t)|\[[ x]?\])\s*)*(?=\S)/iu

/** Nor what makes it bold. */
export const withoutBullet = (line: string) =>
  line.replace(bullet, '').replace(/^([_`]{1,2})(.*)\1$|(?<=\S)\*{1,2}$/u, '$2')

export const particles = words(
  'von van vom zu zur de del della der den di da dos du la le al bin ibn ter ten y e af av',
)

/** A line of small letters with one of these is a sentence. */
export const functionWords = words(
  'a an and are as at be by for from has i in is it leave leaves me of off on or our out please she he so the their them these they this to us was we will with you your auch auf aus bei bitte das die ein er für hat ich im ist mit nach sie sind und uns wir zum',
)

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** Before a name, and not of it. */
export const titles =
  /^(?:(?:mr|mrs|ms|mx|miss|herrn?|hr|frau|fr|dr|prof|mag|(?:dipl\.?-?)?ing)(?:\.\s*|\s+))+(?=\S+\s+\S)/i

/** The columns of a spreadsheet. */
const columns = {
  id: /^(?:\p{L}+ )?(?:id|uuid|guid)$/iu,
  email:
    /^(?:(?:work|business|user|primary|company|office|login|dienstliche|geschäftliche|berufliche) )?(?:e-?mail|mail)[ -]?(?:address|adresse)?(?: \((?:work|business|primary|dienstlich|geschäftlich)\))?$/i,
  first: /^(?:first|given) ?name$|^vorname$/i,
  last: /^(?:last|family) ?name$|^surname$|^(?:nach|familien)name$/i,
  name: /^(?:(?:full|display|user|employee|mitarbeiter) ?)?name$|^(?:nach)?name, ?vorname$|^last ?name, ?first ?name$|^vor- und (?:nach|zu)name$|^(?:user|person|employee|mitarbeiter(?:in)?|anzeigename|leavers?)$/i,
} as const

export type Column = keyof typeof columns

export function columnOf(cell: string): Column | undefined {
  const text = cell
    .replace(/["“”*]/g, '')
    .replace(/_/g, ' ')
    .trim()
  // "Manager ID" is of somebody else.
  if (doubtful.test(text)) return undefined
  const all: readonly Column[] = ['id', 'email', 'first', 'last', 'name']
  return all.find(column => columns[column].test(text))
}

/** One header alone, above a column: "E-mail". */
export const isHeader = (text: string) => columnOf(text.replace(/:$/, '')) !== undefined
