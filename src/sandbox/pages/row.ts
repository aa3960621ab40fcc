import { html } from 'hono/html'

/** A row of the page about the sandbox. */
export function row(term: string, meaning: string) {
  return html`<tr><th scope="row"><code>${term}</code></th><td>${meaning}</td></tr>`
}
