import { FailureError } from '../http/failure'

/**
 * Code that the first rows do without.
 * @throws FailureError `unreachable`, where it does not arrive
 */
export async function part<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading
  } catch {
    throw new FailureError({ kind: 'unreachable', method: 'GET', path: '/assets' })
  }
}

/** What failed to load is loaded anew by the next to ask. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined
  return () => {
    loading ??= load().catch(error => {
      loading = undefined
      throw error
    })
    return loading
  }
}
