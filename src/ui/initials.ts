const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Joined scripts, and those written without spaces, are cut to one letter: two would read as another word. */
const single =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/**
 * One or two letters that stand for a name: of its first and its last word. Names come from elsewhere, so whatever
 * is no letter or digit (markup, formulas, marks of direction) is passed over. Never empty.
 */
export function initialsOf(name: string): string {
  // A name may be 1,000 characters long; its initials are near its ends.
  const near = name.length > 400 ? `${name.slice(0, 200)} ${name.slice(-200)}` : name
  const words = (near.includes('@') ? (near.split('@')[0] ?? near) : near)
    .split(/[^\p{L}\p{N}\p{M}'’]+/u)
    .map(word => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter(word => word !== '')
  const first = words[0]
  const last = words.at(-1)
  if (!first || !last) return '?'
  if (words.length === 1 || single.test(first)) return letterOf(first)
  return letterOf(first) + letterOf(last)
}

/** A letter of ASCII that nothing is combined with. */
const plain = /^[a-z0-9](?![^ -~])/i

function letterOf(word: string): string {
  if (plain.test(word)) return word.charAt(0).toUpperCase()
  for (const { segment } of letters.segment(word.slice(0, 24)))
    return [...segment.normalize('NFC').toUpperCase()][0] ?? segment
  return ''
}
