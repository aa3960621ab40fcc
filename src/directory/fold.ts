/** Letters that Unicode does not take apart, as people type them who do not have the key. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  // Lower case of Σ depends on what follows it; here it must not.
  ς: 'σ',
}
const spellable = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'g')
const plain = /^[ -~]*$/
/** Accents, and what takes no space at all, e.g. direction marks and joiners. */
const invisible = /[\p{M}\p{Cf}]/gu
const control = /\p{Cc}/gu

/**
 * Text as search and sort see it: lower case, no accents, no invisible characters, controls as spaces.
 * The fold of a text is the folds of its characters one after the other, which is what `match.ts` builds on.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(invisible, '')
    .replace(spellable, letter => spelledOut[letter] ?? letter)
    .replace(control, ' ')
}

/** The words of a search, folded, without what lists and mails put around them. Every one of them must match. */
export function wordsOf(search: string): readonly string[] {
  return [...new Set(fold(search).split(/\s+/).map(unwrapped))].filter(word => word !== '')
}

/** "Meier, Anna" <anna@…>; what is nothing but such signs is meant as it is. */
const unwrapped = (word: string) => word.replace(/^["'(<]+/, '').replace(/["'),;>]+$/, '') || word

const a = 97
const z = 122

/** Which of a to z a folded text has, the lowest bit for a. What lacks a letter of a word lacks the word. */
export function lettersOf(folded: string): number {
  let letters = 0
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at)
    if (code >= a && code <= z) letters |= 1 << (code - a)
  }
  return letters
}
