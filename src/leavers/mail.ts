import { closing, mailHead, mailTop, withoutBullet } from './words'

/** So many lines below the closing of a mail may be its signature, with an address and a telephone number in it. */
const signature = 15

/** "On Friday Ben Okoro <ben@acme.example> wrote:", of which a narrow mail has the end on a line of its own. */
const attribution = /\b(?:wrote|schrieb)\b|>\s*:\s*$/i
const recipients = /^(?:to|an)\s*:|^(?:to|an) (?:me|mich)\b/i
/** A message was sent at 10:12. Midnight is what a spreadsheet makes of a date. */
const timeOfDay = /(?<![\d:])(?!0?0:00|23:59)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/
/** What a signature does not have: "1. Anna Meier", "and these too:". */
const goesOn = (line: string) => /^[\s>]*\(?\d{1,4}[.)]/.test(line) || line.trimEnd().endsWith(':')

const fromHead = 'From the head of a mail'

/** By line, why who is named there may have written the mail, or got it, and not leave. */
export function mailDoubts(lines: readonly string[]): readonly (string | undefined)[] {
  let signedUntil = -1
  let isHead = false
  return lines.map((written, index) => {
    const text = withoutBullet(written.trim())
    // The addressees may go over several lines.
    isHead = mailHead.test(text) || (isHead && /[,;]\s*$/.test(lines[index - 1] ?? ''))
    const isAttribution = attribution.test(text)
    if (isHead || isAttribution || mailTop.test(written.trim()) || goesOn(written)) signedUntil = -1
    if (isHead || isAttribution || isSender(lines, index)) return fromHead
    if (/^-{2}$/.test(written.trim()) || closing.test(text)) signedUntil = index + signature
    if (index <= signedUntil) return 'Below the closing of a mail: perhaps who wrote it'
    return timeOfDay.test(text) && !text.includes('\t')
      ? 'Beside a time of day: perhaps who wrote it'
      : undefined
  })
}

/** Copied from the screen, a mail begins with who sent it, perhaps the time, and "To: Ada". */
function isSender(lines: readonly string[], index: number): boolean {
  if ((lines[index] ?? '').trim() === '') return false
  const next = lines
    .slice(index + 1, index + 5)
    .map(line => line.trim())
    .filter(line => line !== '')
  return next.slice(0, timeOfDay.test(next[0] ?? '') ? 2 : 1).some(line => recipients.test(line))
}
