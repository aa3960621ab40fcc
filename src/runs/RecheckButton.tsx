import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '../ui/announce'
import { Button } from '../ui/Button'
import { formatCount } from '../ui/number'
import { toasts } from '../ui/toasts'
import type { Receipt } from './receipt'
import { countVerdicts, type RunConnection } from './run'
import { cacheOf, runner } from './tab'

/** Unknown is not the last word: reading again may settle it. */
export function RecheckButton({
  receipt,
  connections,
}: {
  readonly receipt: Receipt
  /** Those that can be read. */
  readonly connections: readonly RunConnection[]
}) {
  const queries = useQueryClient()
  const [isReading, setReading] = useState(false)

  async function read() {
    setReading(true)
    const { receipt: now, kept } = await runner.recheck(receipt, connections, cacheOf(queries))
    const { unknown } = countVerdicts(now.items)
    announce(unknown === 0 ? 'All are known now' : `${formatCount(unknown, 'user')} still unknown`)
    if (!kept.kept) toasts.show(`What was read could not be kept. ${kept.reason}.`, { tone: 'red' })
    setReading(false)
  }
  return (
    <Button disabledReason={whyNot(receipt, connections, isReading)} onClick={read}>
      {isReading ? 'Reading again' : 'Read unknown again'}
    </Button>
  )
}

function whyNot(
  { items, connections: all }: Receipt,
  connections: readonly RunConnection[],
  isReading: boolean,
): string | undefined {
  if (isReading) return 'Reading again'
  const unknown = items.filter(({ verdict }) => verdict === 'unknown')
  const [first] = unknown
  if (!first) return 'Nobody is unknown'
  return unknown.some(({ connection }) => connections.some(({ id }) => id === connection))
    ? undefined
    : `Sign in to ${all[first.connection]?.name ?? first.connection} first`
}
