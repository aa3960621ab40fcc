/** What stands in mails and spreadsheets around names, in English and German. */

export const greeting =
  /^(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten|moin|sehr geehrte[rs]?|good (?:morning|afternoon|day)|team)\b/i

const farewells =
  '(?:(?:(?:best|kind|kindest|warm|warmest) )?(?:regards|wishes|greetings)|best|cheers|(?:many |kind )?thanks|thank you|(?:yours )?(?:sincerely|faithfully|truly)|(?:(?:vielen|besten|herzlichen) )?danke?|(?:\\p{L}+ )?gr(?:ü|ue)(?:ß|ss)e|mit \\p{L}+ gr(?:ü|ue)(?:ß|ss)en|mfg|vg|lg|sent from|von meinem)'

/** Below it, somebody signs: "Thanks and best regards," */
export const closing = new RegExp(
  `^${farewells}(?:(?:\\s*[,.!&+]\\s*|\\s+(?:and|und)\\s+)${farewells})?(?!\\p{L})[\\s\\p{P}]*(?:\\p{L}+[\\s\\p{P}]*){0,2}$`,
  'iu',
)

/** The lines at the top of a mail: who wrote it and to whom. */
export const mailHead = /^(?:from|to|b?cc|reply-to|von|an|kopie)\s*:/i

/** The same, and naming nobody: "Subject: Leavers". */
export const mailTop = /^(?:subject|date|sent|betreff|datum|gesendet|re|aw|fwd?|wg)\s*:|^[-_]{3,}/i

/** A line that says one of these may mean somebody else than who leaves, or not yet. */
export const doubtful =
  /\b(?:not|nicht|except|außer|unless|instead|stattdessen|replaces?|ersetzt|keeps?|stays?|bleib(?:t|en)|behält|manager|supervisor|vorgesetzte[rn]?|approv\w*|request\w*|questions?|fragen|contact|ansprech\w*|hand(?:s|ed)? ?over|übergabe|successor|nachfolge\w*)\b/iu

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
export const titles = /^(?:(?:mr|mrs|ms|mx|herrn?|frau|dr|prof)(?:\.\s*|\s+))+(?=\S+\s+\S)/i

/** The columns of a spreadsheet. */
export const columns = {
  id: /^(?:\p{L}+ )?(?:id|uuid|guid)$/iu,
  email: /^(?:(?:work|business|user) )?(?:e-?mail|mail)[ -]?(?:address|adresse)?$/i,
  first: /^(?:first|given) ?name$|^vorname$/i,
  last: /^(?:last|family) ?name$|^surname$|^(?:nach|familien)name$/i,
  name: /^(?:(?:full|display|user|employee) ?)?name$|^(?:user|person|employee|mitarbeiter(?:in)?|anzeigename|leavers?)$/i,
} as const
