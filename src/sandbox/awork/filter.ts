/** A filter or an order that cannot be read. https://developers.awork.com/filtering */
export class QueryError extends Error {
  override readonly name = 'QueryError'
}

type Value = string | number | boolean | null | undefined | readonly unknown[] | object
type Scope = Readonly<Record<string, unknown>>
type Expression = (scope: Scope) => unknown

const token =
  /\s*(?:(guid|datetime)?'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)[LMf]?\b|([A-Za-z_][\w]*(?:\/[A-Za-z_]\w*)*)|([(),:]))/y

type Token =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'word'; readonly value: string }
  | { readonly type: 'sign'; readonly value: string }

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (text.slice(token.lastIndex).trim() !== '') {
    const at = token.lastIndex
    const found = token.exec(text)
    if (!found) throw new QueryError(`The filter cannot be read at position ${at}.`)
    const [, , quoted, digits, word, sign] = found
    if (quoted !== undefined) tokens.push({ type: 'text', value: quoted.replaceAll("''", "'") })
    else if (digits !== undefined) tokens.push({ type: 'number', value: Number(digits) })
    else if (word !== undefined) tokens.push({ type: 'word', value: word })
    else if (sign !== undefined) tokens.push({ type: 'sign', value: sign })
  }
  return tokens
}

/** The part of awork's OData-like language that makes sense here: comparisons, text functions, any, count, in, and/or/not. */
export function compile(filter: string): (thing: object) => boolean {
  const tokens = tokensOf(filter)
  let at = 0
  const peek = (value: string) => tokens[at]?.value === value && tokens[at]?.type !== 'text'
  const take = () => {
    const next = tokens[at]
    if (!next) throw new QueryError('The filter ends too early.')
    at += 1
    return next
  }
  const accept = (value: string) => {
    if (!peek(value)) return false
    at += 1
    return true
  }
  const expect = (value: string) => {
    if (!accept(value)) throw new QueryError(`The filter lacks “${value}”.`)
  }

  const either = (): Expression => {
    const left = both()
    if (!accept('or')) return left
    const right = either()
    return scope => left(scope) === true || right(scope) === true
  }
  const both = (): Expression => {
    const left = negated()
    if (!accept('and')) return left
    const right = both()
    return scope => left(scope) === true && right(scope) === true
  }
  const negated = (): Expression => {
    if (!accept('not')) return comparison()
    const inner = negated()
    return scope => inner(scope) !== true
  }
  const comparison = (): Expression => {
    const left = operand()
    if (accept('in')) {
      const options = list()
      return scope => options.some(option => equals(left(scope), option(scope)))
    }
    const operator = Object.entries(comparisons).find(([name]) => accept(name))
    if (!operator) return left
    const right = operand()
    return scope => operator[1](left(scope), right(scope))
  }
  const list = (): Expression[] => {
    expect('(')
    const entries = [operand()]
    while (accept(',')) entries.push(operand())
    expect(')')
    return entries
  }
  const operand = (): Expression => {
    if (accept('(')) {
      const inner = either()
      expect(')')
      return inner
    }
    const next = take()
    switch (next.type) {
      case 'text':
      case 'number':
        return () => next.value
      case 'sign':
        throw new QueryError(`“${next.value}” is not expected there.`)
      case 'word':
        return word(next.value)
    }
  }
  const word = (name: string): Expression => {
    if (name in constants) return () => constants[name]
    if (!peek('(')) return scope => property(scope, name)
    const path = name.split('/')
    const call = path.at(-1) ?? ''
    const collection = path.slice(0, -1).join('/')
    if (call === 'any') {
      expect('(')
      const variable = String(take().value)
      expect(':')
      const test = either()
      expect(')')
      return scope =>
        items(scope, collection).some(entry => test({ ...scope, [variable]: entry }) === true)
    }
    if (call === 'count') {
      expect('(')
      expect(')')
      return scope => items(scope, collection).length
    }
    const run = functions[call]
    if (!run) throw new QueryError(`The function “${name}” is not known.`)
    const parameters = list()
    return scope => run(...parameters.map(parameter => String(parameter(scope) ?? '')))
  }

  const expression = either()
  if (at < tokens.length) throw new QueryError('The filter goes on where it should end.')
  return thing => expression({ ...thing }) === true
}

const constants: Record<string, Value> = { true: true, false: false, null: null }

const functions: Record<string, (one?: string, other?: string) => unknown> = {
  startswith: (text = '', start = '') => text.toLowerCase().startsWith(start.toLowerCase()),
  endswith: (text = '', end = '') => text.toLowerCase().endsWith(end.toLowerCase()),
  substringof: (part = '', text = '') => text.toLowerCase().includes(part.toLowerCase()),
  tolower: (text = '') => text.toLowerCase(),
}

const comparisons: Record<string, (left: unknown, right: unknown) => boolean> = {
  eq: equals,
  ne: (left, right) => !equals(left, right),
  gt: (left, right) => compare(left, right) > 0,
  ge: (left, right) => compare(left, right) >= 0,
  lt: (left, right) => compare(left, right) < 0,
  le: (left, right) => compare(left, right) <= 0,
}

/** Null and missing are the same; text is compared without regard to case, as SQL Server's default is. */
function equals(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string')
    return left.toLowerCase() === right.toLowerCase()
  return (left ?? null) === (right ?? null)
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return String(left ?? '').localeCompare(String(right ?? ''), 'en')
}

/** Names of properties are taken in any case: the documentation mixes them. A name nobody has is an error. */
function property(scope: object, path: string): unknown {
  return path.split('/').reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined
    const found = Object.entries(value).find(([name]) => name.toLowerCase() === step.toLowerCase())
    if (!found) throw new QueryError(`The property “${step}” is not known.`)
    return found[1]
  }, scope)
}

function items(scope: object, path: string): readonly unknown[] {
  const value = property(scope, path)
  return Array.isArray(value) ? value : []
}

/** https://developers.awork.com/ordering: `LastName,FirstName desc`, no spaces around the comma. */
export function order(orderBy: string): (left: object, right: object) => number {
  const steps = orderBy.split(',').map(step => {
    const [, path, direction] =
      /^([A-Za-z]\w*(?:\/[A-Za-z]\w*)*)(?: (asc|desc))?$/i.exec(step) ?? []
    if (path === undefined) throw new QueryError(`The order “${step}” cannot be read.`)
    return { path, sign: direction?.toLowerCase() === 'desc' ? -1 : 1 }
  })
  return (left, right) => {
    for (const { path, sign } of steps) {
      const difference = compare(property(left, path), property(right, path))
      if (difference !== 0) return sign * difference
    }
    return 0
  }
}
