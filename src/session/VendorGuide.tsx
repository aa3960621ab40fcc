import { paths } from '../paths'
import { CopyButton } from '../ui/CopyButton'
import type { Guide } from './guides'
import { Sample } from './Sample'

/** From nothing to a connection: the client at the vendor, and the config that names it. */
export function VendorGuide({ guide: { vendor, setup } }: { readonly guide: Guide }) {
  const redirectUri = window.location.origin + paths.callback
  const { text, url } = setup.documentation
  return (
    <>
      <ol className="mt-1 list-decimal space-y-1 pl-5">
        {setup.steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="mt-1 flex items-center gap-1 pl-5">
        <code className="wrap-anywhere">{redirectUri}</code>
        <CopyButton text={redirectUri} label={`Copy the redirect URI for ${vendor.name}`} />
      </p>
      <p className="mt-2">
        {setup.withoutClientId}{' '}
        <a href={url} target="_blank" rel="noreferrer">
          {text}
          <span className="sr-only"> (in a new tab)</span>
        </a>
      </p>
      {setup.direct && (
        <Sample
          label={`/config.json for ${vendor.name}`}
          text={JSON.stringify({ connections: [setup.direct] }, undefined, 2)}
        />
      )}
    </>
  )
}
