import { functionWords, particles, titles } from './words'

/**
 * The people that a text without ids and e-mails names, each as what the name may be: "Meier, Anna" is Anna Meier.
 * Nobody where it does not look like names alone.
 */
export function namesIn(text: string): readonly (readonly string[])[] {
  return written(text).map(names => [
    ...new Set(names.flatMap(name => [name, name.replace(titles, '')])),
  ])
}

function written(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').replace(/["“”„«»<>]/g, ' ')
  if (plain.includes('\t')) return cellsNames(plain)
  const parts = plain
    .split(/[;|•]|\s+(?:and|und|&|\/)\s+/)
    // "Anna Meier – Sales, Berlin"
    .map(part => withoutNumbers(part.replace(/\s+[–—-]\s.*$/u, '').trim()))
    // Numbers and dates stand beside names in a table, and are none.
    .filter(part => /\p{L}/u.test(part))
  if (/[;|]/.test(plain) && parts.length > 1 && parts.every(isWord))
    return cellsNames(parts.join('\t'))
  const people = parts.map(commaNames)
  // One part that is none makes it a sentence: what of it is a name is not for a parser to say.
  return people.some(part => part === undefined) ? [] : people.flatMap(part => part ?? [])
}

/** "1000234 Anna Meier 30.11.2026", and not "30 November". */
function withoutNumbers(text: string): string {
  const words = text.split(/\s+/)
  while (isNumber(words[0])) words.shift()
  while (isNumber(words.at(-1))) words.pop()
  return words.length > 1 ? words.join(' ') : text
}

const isNumber = (word = '') => /^(?=\D{0,9}\d)[\d#./:-]{1,30}$/.test(word)

/** Cells of a row without a header are of one person, who comes first: first and last name may stand apart. */
function cellsNames(text: string): readonly (readonly string[])[] {
  const cells = text.split('\t').map(cell => cell.trim())
  const [whole = [], ...others] = cells.flatMap(cell =>
    /[\s,]/.test(cell) ? (commaNames(cell) ?? []) : [],
  )
  const apart = cells.flatMap((cell, index) => {
    const next = cells[index + 1]
    return next && isWord(cell) && isWord(next) ? [`${cell} ${next}`, `${next} ${cell}`] : []
  })
  const names = [...whole, ...apart]
  const [only] = cells.filter(cell => cell !== '')
  if (names.length === 0 && only && isName(only)) return [[only]]
  return names.length > 0 ? [names, ...others] : []
}

const isWord = (text: string) => isName(text) && !/\s/.test(text)

/** `undefined`: not names. */
function commaNames(text: string): readonly (readonly string[])[] | undefined {
  const parts = text
    .split(',')
    .map(part => part.trim().replace(/[.:!?]+$/u, ''))
    .filter(part => /\p{L}/u.test(part))
  if (parts.length === 0) return []
  if (!parts.every(isName)) return undefined
  const [first = '', second = ''] = parts
  if (parts.length === 1) return [[first]]
  const areWords = parts.every(part => !part.includes(' '))
  if (parts.length === 2 && (areWords || !first.includes(' ') || !second.includes(' ')))
    return [[`${second} ${first}`, ...(first.includes(' ') ? [first] : [`${first} ${second}`])]]
  if (!areWords) return parts.map(part => [part])
  // "Meier, Anna, Schulz, Ben"
  if (parts.length % 2 === 0)
    return parts.flatMap((part, index) =>
      index % 2 === 0 ? [[`${parts[index + 1]} ${part}`]] : [],
    )
  // "Anna,Meier,Sales"
  return cellsNames(parts.join('\t'))
}

const word = /^[\p{L}\p{M}][\p{L}\p{M}\p{N}'’ʼ.`-]*$/u
const longest = 6

/** Looks like a name and nothing else: a few words, written as names are. */
export function isName(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length > longest || !words.every(one => word.test(one))) return false
  if (words.length === 1) return true
  const small = words.map(one => one.toLowerCase())
  const isLower = words.every((one, index) => one === small[index] && one !== one.toUpperCase())
  if (isLower) return words.length <= 3 && !small.some(one => functionWords.has(one))
  return words.every(
    (one, index) =>
      isCapital(one) ||
      (index > 0 && particles.has(small[index] ?? '')) ||
      (index === 0 && particles.has(one)),
  )
}

/** Also in a script that knows no capitals. */
const isCapital = (text: string) => {
  const first = text.normalize('NFC').charAt(0)
  return first === first.toUpperCase()
}
