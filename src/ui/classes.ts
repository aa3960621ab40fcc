/** Class names that apply, joined. Later ones do not override earlier ones: pass layout, not looks. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
