/** What ends a call early. */
export type Ending =
  | { readonly signal: AbortSignal; readonly until?: undefined }
  /**
   * Aborted while the call waits for its turn or for a new token, nothing is sent. What is under way goes on: nobody would
   * know what became of a write that was cut off.
   */
  | { readonly until: AbortSignal; readonly signal?: undefined }
