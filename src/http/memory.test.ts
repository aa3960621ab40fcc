import { describe, expect, it, vi } from 'vitest'
import { remember } from './memory'

const never = new AbortController().signal

describe('a memory', () => {
  it('reads once for everybody who asks within its time', async () => {
    let time = 0
    const read = vi.fn(async () => time)
    const memory = remember(read, 60, () => time)
    const [one, two] = await Promise.all([memory.recent(never), memory.recent(never)])
    time = 60
    expect([one, two, await memory.recent(never)]).toEqual([0, 0, 0])
    time = 61
    expect(await memory.recent(never)).toBe(61)
    expect(read).toHaveBeenCalledTimes(2)
    // The clock was put back.
    time = -61
    expect(await memory.recent(never)).toBe(-61)
  })

  it('reads again when asked for what is so now', async () => {
    let count = 0
    const memory = remember(async () => ++count, 60_000)
    await memory.recent(never)
    expect(await memory.fresh(never)).toBe(2)
    expect(await memory.recent(never)).toBe(2)
  })

  it('keeps the last that was read when a later read fails, and does not remember the failure', async () => {
    const read = vi.fn().mockResolvedValueOnce('old').mockRejectedValueOnce(new Error('down'))
    const memory = remember(read, 60_000)
    await memory.recent(never)
    await expect(memory.fresh(never)).rejects.toThrow('down')
    expect(memory.last()).toBe('old')
    read.mockResolvedValueOnce('new')
    expect(await memory.recent(never)).toBe('new')
  })

  it('forgets what was read, and what is still being read, when told that it no longer holds', async () => {
    let arrive = (_: string) => {}
    const read = vi
      .fn()
      .mockResolvedValueOnce('old')
      .mockReturnValueOnce(
        new Promise<string>(resolve => {
          arrive = resolve
        }),
      )
      .mockResolvedValueOnce('new')
    const memory = remember(read, 60_000)
    await memory.recent(never)
    const underWay = memory.fresh(never)
    memory.forget()
    arrive('old too')
    expect(await underWay).toBe('old too')
    expect(memory.last()).toBeUndefined()
    expect(await memory.recent(never)).toBe('new')
  })

  it('leaves the answer to the others when one goes away', async () => {
    let resolve = (_: string) => {}
    const promise = new Promise<string>(given => {
      resolve = given
    })
    const memory = remember(() => promise, 60_000)
    const controller = new AbortController()
    const gone = memory.recent(controller.signal)
    const stays = memory.recent(never)
    controller.abort()
    await expect(gone).rejects.toThrow('aborted')
    resolve('there')
    expect(await stays).toBe('there')
  })
})
