/** Parts of the app that an open page of users does without, loaded when needed. `undefined`: it did not arrive. */

export function loadOAuth() {
  return import('./oauth').catch(() => undefined)
}

export function loadSignIn() {
  return import('./signIn').catch(() => undefined)
}
