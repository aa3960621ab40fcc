import { expect, test } from 'vitest'
import { vendors } from './registry'

test.each(Object.entries(vendors))('%s is listed as it calls itself', async (key, listed) => {
  const { id, name, tokenLabel } = await listed.load()
  expect(listed).toMatchObject({ id, name, tokenLabel })
  expect(id).toBe(key)
})
