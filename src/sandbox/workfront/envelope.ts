/**
 * "error" is never beside "data"; it has a class and a message. Only a few classes are known from Adobe's client; the
 * sandbox has made up the others.
 * https://github.com/Workfront/workfront-api
 */
export function envelope(className: string, message: string) {
  return { error: { class: className, message } }
}
