/** Hands a text to the operator as a file. It is made here and sent nowhere. */
export function downloadFile(name: string, type: 'text/csv' | 'application/json', text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has to have begun before the file goes.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
