/** Every link of the app is built here; `routes.tsx` matches them. */
export const paths = {
  home: '/',
  signIn: (options?: { readonly returnTo: string }) =>
    options ? `/sign-in?${new URLSearchParams({ to: options.returnTo })}` : '/sign-in',
  callback: '/callback',
  setup: '/setup',
  /** No page of the app: what serves the sandbox answers it. */
  sandbox: '/sandbox',
  users: (connection: string) => `/${encodeURIComponent(connection)}/users`,
  user: (connection: string, id: string) =>
    `/${encodeURIComponent(connection)}/users/${encodeURIComponent(id)}`,
  /** With `creator`: those that this user created. */
  apiUsers: (connection: string, options?: { readonly creator: string }) =>
    `/${encodeURIComponent(connection)}/api-users${options ? `?${new URLSearchParams(options)}` : ''}`,
  leavers: '/leavers',
  receipts: '/receipts',
  receipt: (id: string) => `/receipts/${encodeURIComponent(id)}`,
}
