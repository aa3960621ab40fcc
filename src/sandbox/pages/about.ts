import { html } from 'hono/html'
import { specials } from '../population/special'
import { htmlPage } from './html-page'

export function aboutPage(): Promise<Response> {
  return htmlPage(
    'What this is',
    html`<main>
      <h1>The sandbox</h1>
      <table>
        ${specials.map(({ first, last, shows }) => html`<tr><th scope="row">${first} ${last}</th><td>${shows}</td></tr>`)}
      </table>
    </main>`,
  )
}
