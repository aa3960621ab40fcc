type Growing = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

/** The same array, or a copy with room for at least `length` entries; it doubles, so that appending stays cheap. */
export function longer<Kind extends Growing>(array: Kind, length: number): Kind
export function longer(array: Growing, length: number): Growing {
  if (length <= array.length) return array
  const room = Math.max(length, array.length * 2, 1024)
  if (array instanceof Uint8Array) {
    const bytes = new Uint8Array(room)
    bytes.set(array)
    return bytes
  }
  const words = new Uint32Array(room)
  words.set(array)
  return words
}
