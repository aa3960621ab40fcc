import { type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from './Button'
import type { ButtonVariant } from './buttonClass'
import { Dialog } from './Dialog'
import { DialogSection } from './DialogSection'
import { Spinner } from './Spinner'
import { useLeaveGuard } from './useLeaveGuard'

/** A form over the page. What was entered and not saved is asked about before it is left, whichever way. */
export function FormDialog({
  title,
  subtitle,
  verb,
  variant = 'primary',
  isDirty,
  saving,
  disabledReason,
  children,
  onSubmit,
  onClose,
}: {
  readonly title: ReactNode
  readonly subtitle?: ReactNode | undefined
  readonly verb: string
  readonly variant?: ButtonVariant | undefined
  readonly isDirty: boolean
  /** What goes on: "Saving". Until then it cannot be left. */
  readonly saving: string | undefined
  /** Why it cannot be submitted. */
  readonly disabledReason?: string | undefined
  /** `DialogSection`s. */
  readonly children: ReactNode
  readonly onSubmit: () => void
  readonly onClose: () => void
}) {
  const form = useRef<HTMLFormElement>(null)
  const formId = useId()
  const [leave, setLeave] = useState<{ readonly go: () => void }>()
  useLeaveGuard(isDirty, go => setLeave({ go }))

  function close() {
    if (saving) return
    if (isDirty) setLeave({ go: onClose })
    else onClose()
  }

  function submit() {
    // What the form itself finds wrong is drawn at once, and the focus goes there.
    flushSync(onSubmit)
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  const stay = () => setLeave(undefined)

  return (
    <>
      <Dialog
        title={title}
        subtitle={subtitle}
        fact={saving && <Spinner>{saving}</Spinner>}
        footer={
          <>
            <Button disabledReason={saving} onClick={close}>
              Cancel
            </Button>
            <Button
              type="submit"
              form={formId}
              variant={variant}
              disabledReason={saving ?? disabledReason}
            >
              {verb}
            </Button>
          </>
        }
        onClose={close}
      >
        <form
          id={formId}
          ref={form}
          onSubmit={event => {
            event.preventDefault()
            // Also by Enter in a field, where no button is pressed.
            if (!saving && !disabledReason) submit()
          }}
        >
          {children}
        </form>
      </Dialog>
      {leave && (
        <Dialog
          title="Leave without saving?"
          footer={
            <>
              <Button onClick={stay}>Keep editing</Button>
              <Button variant="danger" onClick={leave.go}>
                Discard
              </Button>
            </>
          }
          onClose={stay}
        >
          <DialogSection>What you entered has not been saved.</DialogSection>
        </Dialog>
      )}
    </>
  )
}
