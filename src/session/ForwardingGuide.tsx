import { nginxFor, previewFor } from './forwarding'
import type { Guide } from './guides'
import { Sample } from './Sample'

/** How the page’s own server passes calls on to the API, so that the browser sees one origin. */
export function ForwardingGuide({ guide: { vendor, setup } }: { readonly guide: Guide }) {
  const { path, to } = setup.forward
  return (
    <>
      <p className="mt-2">{setup.cors}</p>
      <Sample label={`nginx: ${path} goes to ${to}`} text={nginxFor(setup.forward)} />
      <Sample
        label={`/config.json for ${vendor.name} through ${path}`}
        text={JSON.stringify({ connections: [setup.forwarded] }, undefined, 2)}
      />
      <Sample
        label="The same by the preview of a checkout, or by npm start"
        text={previewFor(setup.forward)}
      />
    </>
  )
}
