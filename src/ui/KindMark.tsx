import { Bot, Globe, KeyRound, type LucideIcon } from 'lucide-react'
import { Icon } from './Icon'

export type MarkedKind = 'person' | 'apiUser' | 'external' | 'agent'

const looks = {
  person: { word: 'Person', icon: undefined },
  apiUser: { word: 'API user', icon: KeyRound },
  external: { word: 'External', icon: Globe },
  agent: { word: 'Agent', icon: Bot },
} as const satisfies Record<MarkedKind, { word: string; icon: LucideIcon | undefined }>

export function kindWord(kind: MarkedKind): string {
  return looks[kind].word
}

/** Quieter than the status; a person has no mark to see. */
export function KindMark({ kind }: { readonly kind: MarkedKind }) {
  const { word, icon } = looks[kind]
  if (!icon) return <span className="sr-only">{word}</span>
  return (
    <span className="inline-flex items-center gap-[5px] align-top text-13 whitespace-nowrap text-text-2">
      <Icon of={icon} size={14} className="text-text-3" />
      {word}
    </span>
  )
}
