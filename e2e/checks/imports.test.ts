import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/**
 * Imports point down only. Folders of one line are neighbours and never import each other;
 * a file at the root of `src` belongs to the top line unless it is named here.
 */
const layers = [
  ['main'],
  ['routes'],
  ['AppFrame'],
  ['commands'],
  ['frame'],
  ['users', 'user', 'api-users', 'leavers', 'receipts'],
  ['runs'],
  ['directory'],
  ['session'],
  ['providers'],
  ['http', 'ui', 'preferences', 'paths', 'styles'],
]

const levelOf = (subject: string) => layers.findIndex(layer => layer.includes(subject))

/** `src/users/columns.ts` → `users`, `src/paths.ts` → `paths`. */
const subjectOf = (file: string) => (file.split(/[\\/]/)[1] ?? '').replace(/\.(tsx?|css)$/, '')

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file))
  .map(file => join('src', file))

function importsOf(file: string) {
  const source = readFileSync(file, 'utf8')
  const specifiers = source.matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)
  return [...specifiers].map(([, specifier = '']) => normalize(join(dirname(file), specifier)))
}

it('knows every folder of src', () => {
  const unknown = files.map(subjectOf).filter(name => name !== 'sandbox' && levelOf(name) === -1)
  expect([...new Set(unknown)]).toEqual([])
})

it('imports point down only', () => {
  const wrong = files.flatMap(file =>
    importsOf(file)
      .filter(target => target.startsWith('src'))
      .filter(target => {
        const from = subjectOf(file)
        const to = subjectOf(target)
        if (from === to || from === 'sandbox') return false
        if (to === 'sandbox') return !file.includes('.test.')
        if (file.includes('.test.')) return levelOf(to) < levelOf(from)
        return levelOf(to) <= levelOf(from)
      })
      .map(target => `${file} imports ${target}`),
  )
  expect(wrong).toEqual([])
})

it('the sandbox imports nothing of the app', () => {
  const wrong = files
    .filter(file => subjectOf(file) === 'sandbox')
    .flatMap(file => importsOf(file).map(target => ({ file, target })))
    .filter(({ target }) => target.startsWith('src') && subjectOf(target) !== 'sandbox')
  expect(wrong).toEqual([])
})

it('no vendor is named above providers', () => {
  const vendors = /\b(awork|workfront)\b/i
  const wrong = files
    .filter(file => !['providers', 'sandbox'].includes(subjectOf(file)) && !file.includes('.test.'))
    .filter(file =>
      vendors.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    )
  expect(wrong).toEqual([])
})
