import { html } from 'hono/html'
import { faultKinds } from '../faults'
import { specials } from '../population/special'
import { aboutWorkfront } from './about-workfront'
import { htmlPage } from './html-page'
import { row } from './row'

/** `GET /sandbox`: what this is, who is in it, and what in it is not real. */
export function aboutPage(): Promise<Response> {
  return htmlPage(
    'What this is',
    html`<main>${introduction}${signingIn}${people}${choices}${forTests}${aboutWorkfront}</main>`,
  )
}

const introduction = html`
  <p class="mark">Sandbox, neither awork nor Workfront</p>
  <h1>A workspace to try things in</h1>
  <p>
    The sandbox answers like the APIs of awork and Workfront: same addresses, same fields, same errors, with sign-in,
    rights, seats, rate limits and private projects. What is said of awork comes first, Workfront’s below it. All people and companies in it are made up. It lives in the memory of the program that
    serves this page; after a restart everything is as it was.
  </p>`

const signingIn = html`
  <h2>Signing in</h2>
  <p>
    Press “Sign in with awork” and choose who to be. Every name of a workspace but “acme” and “nordwind” makes a fresh
    one with Acme’s people (a name that begins with “nordwind”: Nordwind’s). Or paste a token; the last part is the
    workspace:
  </p>
  <table>
      ${row('sandbox-admin-acme', 'Ada Lindqvist, admin: everything')}
      ${row('sandbox-manager-acme', 'Ben Okoro: user-master-data read and write, user-manage-config write and delete; so he cannot archive or see roles')}
      ${row('sandbox-support-acme', 'Cleo Marchetti: user-master-data read')}
      ${row('sandbox-guest-acme', 'Lamar Whitfield, external guest: sees only himself')}
      ${row('sandbox-apikey-acme', 'the API user “HR Connector”, with the admin role, as an API key would')}
  </table>`

const people = html`
  <h2>People who make something go wrong</h2>
  <p>They do it to whoever acts on them, in every workspace but Nordwind, as often as said.</p>
  <table>
      ${specials.map(
        ({ first, last, shows }) =>
          html`<tr><th scope="row">${first} ${last}</th><td>${shows}</td></tr>`,
      )}
  </table>
  <p>
    Olga Owner, Henrik Dahl and Ada Lindqvist are the admins; the last of them who is active cannot go. Olga has private
    projects: when she goes, three get a new manager and two are deleted. Five seats are free. “HR Connector” and
    “Nightly Export” have the admin role too, but are machines. No key can be made for “Old Importer”: its client
    application is gone. There are people without e-mail, two named Anna Schmidt,
    two with the address of the front desk, invitations nobody accepted, and names with markup, formulas and a thousand
    letters.
  </p>`

const choices = html`
  <h2>What is not real</h2>
  <p>Where awork’s documentation is silent, the sandbox had to choose. awork may do otherwise:</p>
  <ul>
    <li>The tokens of somebody who is deactivated end at once (401 “deactivated-user”).</li>
    <li>
      A private project whose responsible member goes is handed to another active member; one in which no active person
      is left is deleted for good. Archiving and deleting do the same, without saying so.
    </li>
    <li>Archiving changes only that mark: unarchived people are active or deactivated as before.</li>
    <li>The last admin is refused with “invalid-operation”. One may deactivate oneself.</li>
    <li>A page is no larger than 1,000; whoever asks for more gets 1,000, and 10 who does not ask.</li>
    <li>Revoking a grant, or deleting an API user, ends its tokens and keys at once.</li>
    <li>Activating and deactivating somebody who is so already answers as if it had been done.</li>
    <li>Passwords, e-mails, SCIM, invitations, pictures, webhooks and discovery are not there. There is no CORS.</li>
  </ul>`

const forTests = html`
  <h2>Setting the stage</h2>
  <p>For tests and demonstrations. Below <code>/sandbox/workspaces/{workspace}</code>; bodies and answers are JSON.</p>
  <table>
      ${row('GET · PUT · DELETE', '{ users?, rate?: "off" | { perSecond, perMinute }, seats? (free ones), tokenLifetimeSeconds?, latencyMs? }; with “users” it starts afresh at that size; DELETE forgets it')}
      ${row('GET /users?name=', 'ids of those whose name or e-mail contains it')}
      ${row('GET /users/{id}', 'the truth, and what was asked: { user, role, reads, writes, turnedAway (429), log: ["read", "write:deactivate", …] }; 404 once deleted')}
      ${row('PATCH · DELETE /users/{id}', 'somebody else changes or deletes them: { firstName, lastName, position, isDeactivated, isArchived, invitationAccepted, role, teams, tags, email }, each optional; not in the log')}
      ${row('POST /expire-tokens', '{ refreshToo?, pastedToo? }')}
      ${row('POST · DELETE /faults', `{ kind, system?: "awork" | "workfront", method?, path?, userId?, query?, status?, body?, headers?, processed?, delayMs?, times?, skip? }; kinds: ${faultKinds.join(', ')}; a path such as /users/:id/deactivate or /accounts/token`)}
  </table>
  <p>
    “status” answers that instead (with “processed”: after doing the work), “html” a page, “nonsense” does the work and
    answers JSON of a wrong form, “cut” cuts the connection before, “lost” after the work, “lie” answers well and does
    nothing, “slow” waits “delayMs” before, “late” after the work, “change” has somebody else change the user first
    (“body” as in PATCH). DELETE also lets go on what is being held up. The environment sets the rest: <code>SANDBOX_USERS</code> (2,340), <code>SANDBOX_RATE=off</code>,
    <code>SANDBOX_LATENCY</code> in milliseconds.
  </p>`
