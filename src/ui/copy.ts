import { toasts } from './toasts'

/** Copies and says so. @param what as it goes on in "… copied" */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toasts.show(`${what} copied`)
  } catch {
    toasts.show(`${what} not copied: the browser did not allow it`, { tone: 'red' })
  }
}
