import { html } from 'hono/html'
import { row } from './row'

/** Workfront's part of the page about the sandbox. */
export const aboutWorkfront = html`
  <h2>Workfront</h2>
  <p>
    Every workspace has a Workfront too, below <code>/sandbox/workfront</code> (“acme”) or
    <code>/sandbox/{workspace}/workfront</code>, with as many users. Most people are in both systems under the same
    address, some under another, some in one only: Elif Demir has left awork and is still active in Workfront, Ingmar
    Solberg is there as solberg@acme-studio.example, Tamara Lindholm will be deactivated in 14 days, Marlene Aust is
    pending approval, Rolf Neumann cannot come back while Petra Neumann has the address of the front desk. Three
    technical accounts are users like any other. There is no CORS.
  </p>
  <table>
      ${row('sandbox-admin-acme', 'as an API key: Ada Lindqvist, System Administrator: everything but deleting')}
      ${row('sandbox-manager-acme', 'Ben Okoro: sees everybody, changes those at home in People, Marketing and Technology')}
      ${row('sandbox-support-acme', 'Cleo Marchetti: sees everybody, changes nobody')}
      ${row('sandbox-guest-acme', 'Lamar Whitfield: an empty list, without an error')}
  </table>
  <p>
    The people who make something go wrong do it here too, in Workfront’s forms: Rita’s 429 does not say for how long,
    Rolf is refused with the status 200, Flora and Uma answer with the gateway’s page, Lotte has no licence, Otto’s
    “isActive” is the text "yes".
  </p>
  <h3>What is not real in it</h3>
  <ul>
    <li>Of errors only few classes and words are documented; those of the rest are made up, their status is not.</li>
    <li>
      Whether the last System Administrator or oneself can be deactivated, and whether activating needs an access level,
      is not documented: it can be set. At first: refused, allowed, not needed.
    </li>
    <li>Deactivating ends a planned deactivation, and sessions at once. The day of a deactivation stays after coming back.</li>
    <li>Activating somebody who is pending approval approves them. What an approval’s status says is not known.</li>
    <li>Several edited at once, without “atomic”: they are done one after another until one is refused.</li>
    <li>Versions 16 to 22 are the same; 2 to 15 answer 410. Deleting a user answers 403.</li>
    <li>Of the licence types only “F” is real. No field comes unasked but ID, name and objCode.</li>
    <li>
      Sign-ins, planned deactivations and what “today” means move with the calendar; everything else is always the same.
    </li>
    <li>Creating, reports, batches, custom data, passwords and generated API keys are not there.</li>
  </ul>
  <h3>Setting its stage</h3>
  <p>Below <code>/sandbox/workspaces/{workspace}/workfront</code>:</p>
  <table>
      ${row('GET · PUT', '{ accessLevelOnActivation?: "kept" | "required", lastAdmin?, oneself?: "refused" | "allowed", concurrency?: number | "off" (10), freeLicenses?: { F: 3 }, without?: ["loginCount", "ACSLVL:isAdmin"] (fields the tenant does not have), tokenType?: "sessionID" | "Bearer", tokenLifetimeSeconds? }')}
      ${row('GET /users?name=', 'ids of those whose name or e-mail contains it')}
      ${row('GET /users/{id}', 'the truth, and what was asked: { isActive, isPending, accessLevel, …, reads, writes, turnedAway (429), log: ["read", "write:deactivate", …] }')}
      ${row('PATCH · DELETE /users/{id}', 'somebody else changes them, or they are gone: { firstName, lastName, title, emailAddr, isActive, isPending, accessLevel, scheduleDeactivationDate }, each optional; not in the log')}
  </table>
  <p>
    Faults and expired tokens are those of the workspace: a fault with <code>system: "workfront"</code>, or with a path
    such as /user/:id, /user/search or /integrations/oauth2/api/v1/token, is Workfront’s alone.
  </p>`
