/**
 * Whether it can stand in an Authorization header: characters one can see, of ASCII. Wider than the standard, because
 * what awork's tokens are made of is not documented. https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export function canBeToken(text: string): boolean {
  return /^[!-~]+$/.test(text)
}
