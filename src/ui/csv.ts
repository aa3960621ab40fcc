/**
 * What a spreadsheet would run instead of show, also after blanks, which some of them drop. The wide forms are
 * typed in Japanese and Chinese and are read as the narrow ones.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

const rowsAtOnce = 2_000

/** CSV as spreadsheets read it: UTF-8 with a byte order mark, CRLF. Yields now and then, so that the page stays alive. */
export async function csvOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<string> {
  const { default: papa } = await import('papaparse')
  const write = (lines: readonly (readonly string[])[]) =>
    papa.unparse(
      lines.map(line => [...line]),
      { escapeFormulae: formula, newline: '\r\n' },
    )
  const parts = [write([headers])]
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    parts.push(write(rows.slice(start, start + rowsAtOnce)))
    await new Promise(resolve => setTimeout(resolve))
  }
  return `\uFEFF${parts.join('\r\n')}\r\n`
}
