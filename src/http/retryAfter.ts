/**
 * For how long an answer asks to wait, in milliseconds: the first of the headers that counts seconds.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfter(headers: Headers, names = ['retry-after']): number | undefined {
  for (const name of names) {
    const value = headers.get(name)?.trim()
    if (value && /^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000)
  }
  return undefined
}
