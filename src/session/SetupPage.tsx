import { type ReactNode, use } from 'react'
import { paths } from '../paths'
import { Announcer } from '../ui/Announcer'
import { Notice } from '../ui/Notice'
import { ConnectionCheck } from './ConnectionCheck'
import { ForwardingGuide } from './ForwardingGuide'
import { loadGuides } from './guides'
import { calledOrigins, contentSecurityPolicy } from './policy'
import { Sample } from './Sample'
import { SessionsContext } from './SessionsContext'
import { VendorGuide } from './VendorGuide'

/** `/setup`: for whoever runs this page. Is there without a sign-in, and without a config that can be used. */
export function SetupPage() {
  const config = use(SessionsContext)?.config
  const guides = use(loadGuides())
  const called = config && calledOrigins(config, window.location.origin)
  return (
    <main className="mx-auto w-full max-w-[720px] px-4 pt-8 pb-16">
      <title>Set-up · Rollcall</title>
      {!config && (
        // Without connections there is no frame around the page.
        <>
          <Announcer />
          <p className="mb-5 font-semibold">Rollcall</p>
        </>
      )}
      <h1 className="text-20 font-semibold">Set-up</h1>
      <p className="mt-1 text-text-2">
        For whoever runs this page: how it is connected, and what to do where an API cannot be
        reached. Nothing secret is shown.
      </p>

      <Part title="Connections of this page">
        {config ? (
          <>
            <p className="mb-3">
              As they are in <code>/config.json</code>
              {config.sandbox && ', which leads to a sandbox: nothing there is real'}. “Check” asks
              the API once, without a token, whether it answers this page at all.
            </p>
            {config.connections.map(connection => {
              const guide = guides.find(({ vendor }) => vendor.id === connection.provider)
              return (
                guide && (
                  <ConnectionCheck key={connection.id} connection={connection} guide={guide} />
                )
              )
            })}
          </>
        ) : (
          <Notice tone="amber">
            None yet: <code>/config.json</code> cannot be used.{' '}
            <a href={paths.home}>What is wrong with it</a>
          </Notice>
        )}
      </Part>

      {guides.map(guide => (
        <Part key={guide.vendor.id} title={`Connect ${guide.vendor.name}`}>
          <VendorGuide guide={guide} />
        </Part>
      ))}

      <Part title="Where calls are refused (CORS)" id="cors">
        <p>
          A browser shows this page an answer of another origin only if that origin allows it. Where
          it does not, let the web server of this page forward a path to the API: for the browser
          both are then the same origin, and nothing has to be allowed.
        </p>
        {guides.map(guide => (
          <ForwardingGuide key={guide.vendor.id} guide={guide} />
        ))}
      </Part>

      <Part title="Content-Security-Policy" id="policy">
        <p>
          Rollcall needs no exception from a strict policy. <code>connect-src</code> names the
          origins that it calls{called && called.length === 0 && '; here that is its own alone'}.
        </p>
        <Sample
          label={
            called ? 'Header for the connections of this page' : 'Header for the examples above'
          }
          text={`Content-Security-Policy: ${contentSecurityPolicy(called ?? guides.map(({ setup }) => setup.forward.to))}`}
        />
      </Part>
    </main>
  )
}

function Part({
  title,
  id,
  children,
}: {
  readonly title: string
  readonly id?: string
  readonly children: ReactNode
}) {
  return (
    <section id={id} className="mt-8 scroll-mt-4 [&_p_a]:text-accent [&_p_a]:underline">
      <h2 className="mb-2 text-16 font-semibold">{title}</h2>
      {children}
    </section>
  )
}
