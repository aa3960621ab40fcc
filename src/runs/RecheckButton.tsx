import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '../ui/announce'
import { Button } from '../ui/Button'
import { formatCount } from '../ui/number'
import type { Receipt } from './receipt'
import { countVerdicts, type RunConnection } from './run'
import { cacheOf, runner } from './tab'

/** Unknown is not the last word: reading again may settle it. */
export function RecheckButton({
  receipt,
  connections,
}: {
  readonly receipt: Receipt
  readonly connections: readonly RunConnection[]
}) {
  const queries = useQueryClient()
  const [isReading, setReading] = useState(false)
  async function read() {
    setReading(true)
    const { items } = await runner.recheck(receipt, connections, cacheOf(queries))
    const { unknown } = countVerdicts(items)
    announce(unknown === 0 ? 'All are known now' : `${formatCount(unknown, 'user')} still unknown`)
    setReading(false)
  }
  return (
    <Button disabledReason={isReading ? 'Reading again' : undefined} onClick={read}>
      {isReading ? 'Reading again' : 'Read unknown again'}
    </Button>
  )
}
