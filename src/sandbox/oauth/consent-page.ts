import { html } from 'hono/html'
import { htmlPage } from '../pages/html-page'

export type Persona = { readonly key: string; readonly what: string }

type Consent = {
  /** "awork", "Workfront" */
  readonly system: string
  readonly personas: readonly Persona[]
  readonly clientName: string
  readonly redirectUri: string
  readonly workspace: string
  readonly parameters: URLSearchParams
  readonly complaint: string | undefined
}

const passedOn = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
]

export function consentPage({
  system,
  personas,
  clientName,
  redirectUri,
  workspace,
  parameters,
  complaint,
}: Consent): Promise<Response> {
  const who = parameters.get('who') ?? personas[0]?.key
  const body = html`
    <main>
      <p class="mark">Sandbox, not ${system}</p>
      <h1>${clientName} wants to act for you in ${system}</h1>
      ${complaint === undefined ? '' : html`<p role="alert" class="alert">${complaint}</p>`}
      <form method="post">
        ${passedOn.map(name => html`<input type="hidden" name="${name}" value="${parameters.get(name) ?? ''}" />`)}
        <fieldset>
          <legend>Who do you want to be?</legend>
          ${personas.map(
            ({ key, what }) => html`
              <label class="choice"><input type="radio" name="who" value="${key}" ${key === who ? 'checked' : ''} required />
              <span>${key}, ${what}</span></label>`,
          )}
        </fieldset>
        <label class="field">Workspace
          <input name="workspace" value="${workspace}" autocomplete="off" required maxlength="60" aria-describedby="fresh" /></label>
        <p id="fresh" class="hint">Any other name makes a fresh workspace.</p>
        <p class="buttons">
          <button name="answer" value="allow">Allow</button>
          <button name="answer" value="deny" formnovalidate class="quiet">Deny</button>
        </p>
      </form>
      <p class="hint">You return to ${redirectUri}. <a href="/sandbox">What the sandbox is</a></p>
    </main>`
  return htmlPage(`Allow ${clientName}?`, body, { formTo: new URL(redirectUri).origin })
}

export function refusalPage(system: string, reason: string): Promise<Response> {
  const body = html`
    <main>
      <p class="mark">Sandbox, not ${system}</p>
      <h1>Signing in is not possible this way</h1>
      <p>${reason}</p>
      <p class="hint"><a href="/sandbox">What the sandbox is</a></p>
    </main>`
  return htmlPage('Not possible', body, { status: 400 })
}
