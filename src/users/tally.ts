import type { Directory } from '../directory/directory'
import type { Kind, PartState } from '../providers/provider'
import { formatCount, formatNumber } from '../ui/number'
import { formatTime } from '../ui/time'

export type Sentence = {
  /** What counts. */
  readonly strong: string
  readonly rest: string
}

type Loaded = Pick<Directory, 'state' | 'total' | 'loadedAt'> & {
  readonly count: number
  readonly parts?: Directory['parts']
}

/** What of the list is there. @param matching `undefined`: nothing narrows the list */
export function loadedWords(
  { state, count, total, loadedAt, parts }: Loaded,
  matching: number | undefined,
): Sentence {
  const isMore = matching === undefined && total !== undefined && total > count
  const users = isMore
    ? `${formatNumber(count)} of ${formatCount(total, 'user')}`
    : formatCount(count, 'user')
  const all = matching === undefined ? users : `${formatNumber(matching)} of ${users}`
  const at = loadedAt === undefined ? '' : formatTime(loadedAt)
  const isEverybody = parts?.everybody?.state !== 'unknown'
  switch (state) {
    case 'loading':
      return matching === undefined
        ? { strong: `${all} so far`, rest: ', reading on' }
        : { strong: `${all} so far`, rest: ' match, reading on' }
    case 'partial':
      return matching === undefined
        ? { strong: all, rest: `, not all of them, ${at}` }
        : { strong: all, rest: ` match · not all loaded, ${at}` }
    case 'complete':
      return matching === undefined
        ? { strong: all, rest: `${isEverybody ? '' : ' that you may see'}, ${at}` }
        : {
            strong: all,
            rest: ` match · all ${isEverybody ? 'loaded' : 'that you may see'}, ${at}`,
          }
  }
}

const words: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  person: ['person', 'people'],
  external: ['external', 'external'],
  apiUser: ['API user', 'API users'],
  agent: ['agent', 'agents'],
}

/** Who they are. API users are never counted as people: as long as it is not known who is one, the words say so. */
export function kindWords(
  counts: Readonly<Record<Kind, number>>,
  kinds: readonly Kind[],
  machines: PartState | undefined,
): string {
  const order = (['person', 'external', 'apiUser', 'agent'] as const).filter(kind =>
    kinds.includes(kind),
  )
  if (order.length < 2) return ''
  const isKnown = machines === undefined || machines.state === 'known'
  return order
    .filter(kind => counts[kind] > 0 || kind === 'person')
    .map(kind => {
      const text = formatCount(counts[kind], ...words[kind])
      return kind === 'person' && !isKnown ? `${text} or API users` : text
    })
    .join(' · ')
}

/** "3 changed, 1 new, 2 gone". */
export function changeWords(changes: NonNullable<Directory['changes']>): string {
  const parts = [
    [changes.changed.size, 'changed'],
    [changes.added.length, 'new'],
    [changes.removed.length, 'gone'],
    [changes.found, 'that had been missing'],
  ] as const
  const some = parts.filter(([count]) => count > 0)
  return some.length === 0
    ? 'nothing changed'
    : some.map(([count, word]) => `${formatNumber(count)} ${word}`).join(', ')
}
