/**
 * Names are hostile: cut, rid of what changes direction, and isolated where they may run from right to left, because a
 * sentence has no element around the name.
 */
export function inSentence(name: string): string {
  const plain = name.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
  const cut = [...plain].length > 60 ? `${[...plain].slice(0, 59).join('')}…` : plain
  return /^[\p{Script=Latin}\p{Mark}\p{N}\p{P}\p{S}\p{Zs}]*$/u.test(cut)
    ? cut
    : `\u2068${cut}\u2069`
}
