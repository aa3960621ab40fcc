import { html } from 'hono/html'

type Markup = ReturnType<typeof html>

/** A page without scripts. `formTo`: an origin that a form's answer may redirect to besides the page's own. */
export async function htmlPage(
  title: string,
  body: Markup,
  { status = 200, formTo }: { readonly status?: number; readonly formTo?: string } = {},
): Promise<Response> {
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="/sandbox/style.css" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <title>${title} · Sandbox</title>
      </head>
      <body>
        ${body}
      </body>
    </html>`
  return new Response(String(page), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'${formTo === undefined ? '' : ` ${formTo}`}`,
    },
  })
}
