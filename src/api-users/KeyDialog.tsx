import { useRef, useState } from 'react'
import { type Failure, failureOf } from '../http/failure'
import { describeFailure } from '../http/words'
import type { ApiUser, ApiUserAdministration } from '../providers/administration'
import { answerOf } from '../runs/facts'
import { nameInWords } from '../runs/words'
import { useConnection } from '../session/SessionsContext'
import { SetupHelp } from '../session/SetupHelp'
import { Button } from '../ui/Button'
import { CopyButton } from '../ui/CopyButton'
import { Dialog } from '../ui/Dialog'
import { DialogSection } from '../ui/DialogSection'
import { Field } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Spinner } from '../ui/Spinner'
import { TextInput } from '../ui/TextInput'
import { TraceId } from '../ui/TraceId'
import { useLeaveGuard } from '../ui/useLeaveGuard'

export type KeyHolder = ApiUser & { readonly clientId: string }
type Generate = Extract<ApiUserAdministration['generateKey'], { readonly run: unknown }>['run']

type Stage =
  | { readonly at: 'before'; readonly failure: Failure | undefined }
  | { readonly at: 'generating' }
  /** The key is here and nowhere else: it goes with the dialog. */
  | { readonly at: 'shown'; readonly key: string; readonly isCopied: boolean }

/** Generates a key and shows it once. The key is kept in no cache, no storage and no address. */
export function KeyDialog({
  apiUser,
  generate,
  onClose,
}: {
  readonly apiUser: KeyHolder
  readonly generate: Generate
  readonly onClose: () => void
}) {
  const { provider } = useConnection()
  const [stage, setStage] = useState<Stage>({ at: 'before', failure: undefined })
  const [leave, setLeave] = useState<{ readonly go: () => void }>()
  const field = useRef<HTMLInputElement>(null)
  const isUncopied = stage.at === 'shown' && !stage.isCopied
  useLeaveGuard(isUncopied || stage.at === 'generating', go => setLeave({ go }))

  async function begin() {
    setStage({ at: 'generating' })
    try {
      const key = await generate(apiUser, new AbortController().signal)
      setStage({ at: 'shown', key, isCopied: false })
    } catch (error) {
      setStage({ at: 'before', failure: failureOf(error) })
    }
  }

  function copied() {
    setStage(now => (now.at === 'shown' ? { ...now, isCopied: true } : now))
  }

  function close() {
    if (stage.at === 'generating') return
    if (isUncopied) setLeave({ go: onClose })
    else onClose()
  }

  const name = nameInWords(apiUser.name)
  const isLost = stage.at === 'before' && stage.failure && answerOf(stage.failure).answer === 'lost'
  return (
    <>
      <Dialog
        key={stage.at === 'shown' ? 'shown' : 'before'}
        title={stage.at === 'shown' ? `Key for ${name}` : `Generate a key for ${name}?`}
        focus={field}
        fact={stage.at === 'generating' && <Spinner>Generating</Spinner>}
        footer={
          stage.at === 'shown' ? (
            <Button onClick={close}>Close</Button>
          ) : (
            <>
              <Button
                disabledReason={stage.at === 'generating' ? 'Is being generated' : undefined}
                onClick={close}
              >
                Cancel
              </Button>
              <Button
                variant="primary"
                disabledReason={stage.at === 'generating' ? 'Is being generated' : undefined}
                onClick={begin}
              >
                {isLost ? 'Generate another key' : 'Generate key'}
              </Button>
            </>
          )
        }
        onClose={close}
      >
        {stage.at === 'before' && stage.failure && (
          <DialogSection>
            <Failed failure={stage.failure} vendor={provider.name} />
          </DialogSection>
        )}
        {stage.at === 'shown' ? (
          <DialogSection>
            <div className="flex items-end gap-2">
              <Field label="Key" className="flex-1">
                {control => (
                  <TextInput
                    {...control}
                    ref={field}
                    readOnly
                    autoComplete="off"
                    spellCheck={false}
                    value={stage.key}
                    onFocus={event => event.target.select()}
                    onCopy={copied}
                    className="font-mono"
                  />
                )}
              </Field>
              <CopyButton text={stage.key} label="Copy key" onCopied={copied}>
                Copy key
              </CopyButton>
            </div>
            <p className="mt-2 text-13 text-text-2">
              It is shown now and never again, and Rollcall does not keep it. Put it where secrets
              are kept.
            </p>
          </DialogSection>
        ) : (
          <About apiUser={apiUser} vendor={provider.name} />
        )}
      </Dialog>
      {leave && (
        <Dialog
          title="Close without the key?"
          footer={
            <>
              <Button onClick={() => setLeave(undefined)}>Back to the key</Button>
              <Button variant="danger" onClick={leave.go}>
                Close
              </Button>
            </>
          }
          onClose={() => setLeave(undefined)}
        >
          <DialogSection>
            {stage.at === 'shown'
              ? 'The key has not been copied, and it cannot be shown again. It stays valid all the same.'
              : 'It is still being generated: nobody will have seen it, and it cannot be shown again. It is valid all the same.'}
          </DialogSection>
        </Dialog>
      )}
    </>
  )
}

function About({ apiUser, vendor }: { readonly apiUser: KeyHolder; readonly vendor: string }) {
  const name = nameInWords(apiUser.name)
  const role = apiUser.role === undefined ? undefined : nameInWords(apiUser.role)
  const client = nameInWords(apiUser.client ?? apiUser.clientId)
  return (
    <DialogSection className="flex flex-col gap-2">
      <p className="wrap-anywhere">
        A key lets a program call {vendor} as {name}, which belongs to the client application{' '}
        {client}.{' '}
        {role === undefined
          ? 'Which role it acts with is not known.'
          : `It may do what the role ${role} may do.`}
      </p>
      {apiUser.isAdmin && (
        <Notice tone="amber">This is an admin role: whoever has the key may do everything.</Notice>
      )}
      <p className="text-text-2">
        It is shown once. Whether keys made earlier stay valid is not documented.
      </p>
    </DialogSection>
  )
}

/** No key is listed anywhere, so a lost answer cannot be settled by reading. */
function Failed({ failure, vendor }: { readonly failure: Failure; readonly vendor: string }) {
  const { title, explanation, hint, traceId, help } = describeFailure(failure, {
    provider: vendor,
    action: 'generate a key',
  })
  const isLost = answerOf(failure).answer === 'lost'
  return (
    <Notice tone="red" role="alert">
      <p>
        {isLost ? 'Whether a key was generated is not known.' : 'No key was generated.'} {title}
      </p>
      <p className="text-text-2">
        <bdi>
          {isLost
            ? 'If one was, nobody has seen it, and it cannot be shown any more. Another one can be generated.'
            : [explanation, hint].filter(Boolean).join(' ')}
        </bdi>{' '}
        {help && <SetupHelp />}
      </p>
      {traceId && <TraceId id={traceId} />}
    </Notice>
  )
}
