import { useState } from 'react'
import { useSessionStore } from '../session/SessionsContext'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { Segments } from '../ui/Segments'
import { type Draft, drafts, type Sense } from './draft'

const senses = [
  ['leave', 'They leave'],
  ['stay', 'They stay'],
] as const satisfies readonly (readonly [Sense, string])[]

/** Where the list goes, and what it is a list of. */
export function PasteForm({
  draft,
  onFound,
}: {
  readonly draft: Draft
  readonly onFound: () => void
}) {
  const sessions = useSessionStore()
  const [problem, setProblem] = useState(false)
  const { text, sense, asked } = draft
  const isChanged = asked && (asked.text !== text || asked.sense !== sense)
  const empty = text.trim() === '' ? 'Nothing has been pasted yet' : undefined

  async function find() {
    if (empty) return
    try {
      await drafts.find(sessions)
      setProblem(false)
      onFound()
    } catch {
      setProblem(true)
    }
  }

  return (
    <form
      className="px-4 pt-2 pb-4 phone:px-3"
      onSubmit={event => {
        event.preventDefault()
        find()
      }}
    >
      <div className="mb-1 flex flex-wrap items-end gap-x-4 gap-y-2">
        <label htmlFor="leavers-text" className="grow text-12 font-medium text-text-2">
          {sense === 'leave' ? 'People who leave' : 'People who stay'}
        </label>
        <fieldset>
          <legend className="sr-only">What the list says</legend>
          <Segments
            name="sense"
            className="w-56"
            options={senses}
            value={sense}
            onChange={value => drafts.change({ sense: value })}
          />
        </fieldset>
      </div>
      <textarea
        id="leavers-text"
        aria-describedby="leavers-hint"
        rows={asked ? 5 : 10}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        value={text}
        onChange={event => drafts.change({ text: event.target.value })}
        onBlur={() => drafts.keep(sessions)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          find()
        }}
        className="block w-full resize-y rounded-6 border border-field bg-ground px-2.5 py-1.5 text-14 text-text phone:text-16"
      />
      <p id="leavers-hint" className="mt-1 text-12 text-text-3">
        {sense === 'leave'
          ? 'A mail, a column of a spreadsheet, CSV, ids: whatever names them by id, e-mail or full name.'
          : 'The whole list of who stays. Shown is who is not on it; nobody is ticked by itself.'}{' '}
        It is compared in this tab and sent nowhere.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          type="submit"
          variant="primary"
          disabledReason={empty}
          aria-keyshortcuts="Control+Enter"
          tip="Ctrl + Enter in the list"
        >
          {sense === 'leave' ? 'Find them' : 'Find who is not on it'}
        </Button>
        {text !== '' && (
          <Button
            variant="bare"
            onClick={() => {
              drafts.clear(sessions)
              // The button goes with what it has cleared.
              document.getElementById('leavers-text')?.focus()
            }}
          >
            Clear
          </Button>
        )}
        {isChanged && (
          <span role="status" className="text-13 text-text-2">
            The list has changed since: what is below is of the one before.
          </span>
        )}
      </div>
      {problem && (
        <Notice tone="red" role="alert" className="mt-3">
          The code that reads tables could not be loaded. Check the network, then press Find them
          again.
        </Notice>
      )}
    </form>
  )
}
