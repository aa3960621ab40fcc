import { type FormEvent, useId, useState } from 'react'
import type { SavedView } from '../preferences/preferences'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogSection } from '../ui/DialogSection'
import { Field } from '../ui/Field'
import { TextInput } from '../ui/TextInput'

/** Asks for the name of a view, new or old, and says what is kept and where. */
export function ViewNameDialog({
  view,
  search,
  others,
  onSave,
  onClose,
}: {
  /** `undefined`: a new one. */
  readonly view: SavedView | undefined
  /** What is searched for now: it is kept with a new view, and may be somebody's name. */
  readonly search: string
  /** Names of one's other views. */
  readonly others: readonly string[]
  readonly onSave: (name: string) => void
  readonly onClose: () => void
}) {
  const form = useId()
  const [name, setName] = useState(view?.name ?? '')
  const trimmed = name.trim()
  const replaces = others.includes(trimmed)
  const keeps = !view && search !== ''

  function submit(event: FormEvent) {
    event.preventDefault()
    if (trimmed) onSave(trimmed)
  }

  return (
    <Dialog
      title={view ? 'Rename the view' : 'Save this view'}
      fact="Kept in this browser, for you alone"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            disabledReason={trimmed ? undefined : 'A view needs a name'}
          >
            {view ? 'Rename' : 'Save'}
          </Button>
        </>
      }
    >
      <DialogSection>
        <form id={form} onSubmit={submit}>
          <Field
            label="Name of the view"
            hint={
              replaces || keeps ? (
                <>
                  {replaces && 'It takes the place of the one that has this name. '}
                  {keeps && (
                    <>
                      The search “<bdi>{search}</bdi>” is kept with it.
                    </>
                  )}
                </>
              ) : undefined
            }
          >
            {control => (
              <TextInput
                {...control}
                value={name}
                maxLength={80}
                onChange={event => setName(event.target.value)}
              />
            )}
          </Field>
        </form>
      </DialogSection>
    </Dialog>
  )
}
