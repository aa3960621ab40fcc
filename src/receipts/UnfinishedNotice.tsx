import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { openRun } from '../runs/actionDialog'
import type { KeptReceipt } from '../runs/journal'
import { cacheOf, runner } from '../runs/tab'
import { useSessions } from '../session/SessionsContext'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'

/** A run that has not ended: on its way here or in another tab, or interrupted. */
export function UnfinishedNotice({ kept }: { readonly kept: KeptReceipt }) {
  const { receipt, state } = kept
  const { sessions } = useSessions()
  const queries = useQueryClient()
  const runs = useSyncExternalStore(runner.subscribe, runner.getSnapshot)
  const [refusal, setRefusal] = useState<string>()
  const isHere = runs.some(run => run.record.id === receipt.id && run.state !== 'ended')

  async function resume(how: 'goOn' | 'lookOnly') {
    const connections = sessions.map(({ connection: { id, name }, provider }) => ({
      id,
      name,
      provider,
    }))
    const answer = await runner.resume(receipt.id, how, connections, cacheOf(queries))
    setRefusal(answer.resumed ? undefined : answer.reason)
    if (answer.resumed) openRun(receipt.id)
  }

  switch (state) {
    case 'ended':
      return undefined
    case 'running':
      return (
        <Notice
          tone="blue"
          className="mb-4"
          actions={isHere && <Button onClick={() => openRun(receipt.id)}>Show the run</Button>}
        >
          This run is under way{isHere ? '' : ' in another tab'}. What it has done so far is below.
        </Notice>
      )
    case 'interrupted':
      return (
        <Notice
          tone="amber"
          className="mb-4"
          actions={
            <>
              <Button onClick={() => resume('lookOnly')}>Only look what became of it</Button>
              <Button onClick={() => resume('goOn')}>Resume</Button>
            </>
          }
        >
          This run was interrupted. Resuming reads everybody again first and does only what is left.
          {refusal && (
            <p role="alert" className="text-red">
              {refusal}.
            </p>
          )}
        </Notice>
      )
  }
}
