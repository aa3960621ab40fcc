const longest = 80
const fromRightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * A name inside a sentence, where no element stands around it: on one line, cut, rid of what would change the direction of
 * the rest, and isolated where it runs from right to left itself.
 */
export function nameInWords(name: string): string {
  const plain = name
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = Array.from(plain)
  const cut = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : plain
  return fromRightToLeft.test(cut) ? `\u2068${cut}\u2069` : cut
}
