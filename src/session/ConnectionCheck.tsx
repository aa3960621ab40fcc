import { type ReactNode, useState } from 'react'
import { describeFailure } from '../http/words'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { Spinner } from '../ui/Spinner'
import type { Connection } from './config'
import type { Guide } from './guides'
import { type Reach, reach } from './reach'

/** How one connection is configured, and whether its API can be called from here. */
export function ConnectionCheck({
  connection: { id, name, apiUrl, oauth },
  guide: { vendor, setup },
}: {
  readonly connection: Connection
  readonly guide: Guide
}) {
  const [state, setState] = useState<'asked' | Reach>()
  const { origin, host } = new URL(apiUrl, window.location.origin)

  async function check() {
    setState('asked')
    setState(await reach(apiUrl + setup.check.path))
  }

  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Id', <code key="id">{id}</code>],
    ['Provider', vendor.name],
    ['API', <code key="api">{apiUrl}</code>],
    ['Client id', oauth.clientId === undefined ? 'not set' : 'set'],
  ]
  return (
    <section aria-label={name} className="border-t border-hairline py-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h3 className="font-medium wrap-anywhere">
            <bdi>{name}</bdi>
          </h3>
          <dl className="mt-1 grid grid-cols-[72px_minmax(0,1fr)] gap-x-3 text-13">
            {facts.map(([term, value]) => (
              <div key={term} className="contents">
                <dt className="text-text-3">{term}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <Button disabledReason={state === 'asked' ? 'Being checked' : undefined} onClick={check}>
          Check
          <span className="sr-only">
            <bdi>{name}</bdi>
          </span>
        </Button>
      </div>
      {state === 'asked' && (
        <p className="mt-2">
          <Spinner>{`Asking ${host}`}</Spinner>
        </p>
      )}
      {state !== undefined && state !== 'asked' && (
        <Result reach={state} guide={{ vendor, setup }} origin={origin} />
      )}
    </section>
  )
}

function Result({
  reach,
  guide: { vendor, setup },
  origin,
}: {
  readonly reach: Reach
  readonly guide: Guide
  /** Of the API. */
  readonly origin: string
}) {
  if (reach.came === 'answer') {
    const isAsExpected = reach.status === setup.check.status
    return (
      <Notice tone={isAsExpected ? 'green' : 'amber'} role="status" className="mt-2">
        <p className="font-medium">It can be reached: the answer was {reach.status}.</p>
        <p className="text-text-2">
          {isAsExpected
            ? `That is what ${vendor.name} answers to whoever brings no token, so this page may call it.`
            : `${vendor.name} answers ${setup.check.status} to whoever brings no token. The address may be wrong, or something on the way answers instead.`}
        </p>
      </Notice>
    )
  }
  if (reach.why === 'policy') {
    return (
      <Notice tone="red" role="alert" className="mt-2">
        <p className="font-medium">This page’s own policy forbids the call.</p>
        <p className="text-text-2">
          Its Content-Security-Policy does not name {origin}.{' '}
          <a href="#policy">What it should say</a>
        </p>
      </Notice>
    )
  }
  const { title, explanation, hint } = describeFailure(reach.why, { provider: vendor.name })
  return (
    <Notice tone="red" role="alert" className="mt-2">
      <p className="font-medium">{title}</p>
      <p className="text-text-2">
        {explanation} {hint} <a href="#cors">What to do about CORS</a>
      </p>
    </Notice>
  )
}
