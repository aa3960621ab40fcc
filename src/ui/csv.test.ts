import fc from 'fast-check'
import papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvOf, formula } from './csv'

const parsed = (text: string) =>
  papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { newline: '\r\n', skipEmptyLines: true }).data

describe('the CSV', () => {
  it('starts with a byte order mark, so that spreadsheets read umlauts', async () => {
    const text = await csvOf(['Name'], [['Jörg Müller']])
    expect(text).toBe('\uFEFFName\r\nJörg Müller\r\n')
  })

  it.each([
    '=HYPERLINK("http://x.example","y")',
    '+49 30 1234',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '  =1',
    '＝1',
    '\r=1',
  ])('a spreadsheet shows %j and does not run it', async value => {
    const [, row] = parsed(await csvOf(['Name'], [[value]]))
    expect(row).toEqual([`'${value}`])
  })

  it('gives every value back, with only formulas marked', async () => {
    const cell = fc.string({ minLength: 1 })
    const table = fc.array(fc.tuple(cell, cell), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(table, async rows => {
        const marked = rows.map(row =>
          row.map(value => (formula.test(value) ? `'${value}` : value)),
        )
        expect(parsed(await csvOf(['A', 'B'], rows))).toEqual([['A', 'B'], ...marked])
      }),
      { numRuns: 50 },
    )
  })

  it('has every row of a long list once, in order', async () => {
    const rows = Array.from({ length: 4_500 }, (_, index) => [`user ${index}`])
    expect(parsed(await csvOf(['Name'], rows)).slice(1)).toEqual(rows)
  })
})
