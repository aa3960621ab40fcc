import { day, midnight, momentOf } from './dates'
import { problem } from './errors'
import type { WorkfrontUser } from './model'
import type { FieldType, Value } from './thing'
import { timeOfWildcard } from './wildcards'

export type Comparison = (value: Value) => boolean

type Condition = {
  /** `undefined`: one value is `eq`, several are `in`, with a range `between`. */
  readonly operator: string | undefined
  readonly values: readonly string[]
  readonly until: string | undefined
  readonly type: FieldType
  /** "A comma list works on ID fields only." */
  readonly isId: boolean
  readonly wildcards: { readonly now: number; readonly caller: WorkfrontUser }
}

/** https://github.com/Workfront/workfront-api-constants */
export function comparisonOf(condition: Condition): Comparison {
  const { operator, values, until } = condition
  const usual = until !== undefined ? 'between' : values.length > 1 ? 'in' : 'eq'
  const name = operator ?? usual
  const blank = blanks[name]
  if (blank) return blank
  const [ci, plain] = /^(?:ci)(?!$)/.test(name) ? [true, name.slice(2)] : [false, name]
  return condition.type === 'string'
    ? textComparison(condition, plain, ci)
    : orderComparison(condition, plain)
}

const isBlank: Comparison = value => value === undefined || value === ''
const blanks: Readonly<Record<string, Comparison>> = {
  isnull: value => value === undefined,
  notnull: value => value !== undefined,
  isblank: isBlank,
  notblank: value => !isBlank(value),
}

function textComparison(condition: Condition, operator: string, ci: boolean): Comparison {
  const folded = (text: string) => (ci ? text.toLowerCase() : text)
  const wanted = wordsOf(condition, operator).map(folded)
  const [one = ''] = wanted
  const test = textTests[operator]?.(one, wanted)
  if (test) return value => value !== undefined && test(folded(String(value)))
  const negated = textTests[opposites[operator] ?? '']?.(one, wanted)
  // "ne also matches null."
  if (negated) return value => value === undefined || !negated(folded(String(value)))
  if (operator === 'between') return within(one, folded(condition.until ?? ''), folded)
  throw unknownOperator(condition)
}

type TextTest = (one: string, all: readonly string[]) => (value: string) => boolean

const textTests: Readonly<Record<string, TextTest>> = {
  eq: one => value => value === one,
  in: (_, all) => value => all.includes(value),
  lt: one => value => value < one,
  lte: one => value => value <= one,
  gt: one => value => value > one,
  gte: one => value => value >= one,
  contains: one => value => value.includes(one),
  containsany: (_, all) => value => all.some(part => value.includes(part)),
  containsall: (_, all) => value => all.every(part => value.includes(part)),
  like: one => value => value.includes(one.replaceAll('%', '')),
  startswith: one => value => value.startsWith(one),
}
const opposites: Readonly<Record<string, string>> = {
  ne: 'eq',
  nee: 'eq',
  notin: 'in',
  notcontains: 'contains',
}

function within(from: string, to: string, folded: (text: string) => string): Comparison {
  return value =>
    value !== undefined && folded(String(value)) >= from && folded(String(value)) <= to
}

function wordsOf({ values, isId, wildcards }: Condition, operator: string): readonly string[] {
  const isList = isId && (operator === 'in' || operator === 'notin' || operator === 'eq')
  const split = isList ? values.flatMap(value => value.split(',')) : values
  return split.map(value => userWildcard(value, wildcards.caller))
}

/** `$$USER`, `$$USER.ID`, `$$USER.homeGroupID`. */
function userWildcard(text: string, caller: WorkfrontUser): string {
  switch (text) {
    case '$$USER':
    case '$$USER.ID':
      return caller.id
    case '$$USER.homeGroupID':
      return caller.homeGroupId ?? ''
    case '$$USER.homeTeamID':
      return caller.homeTeamId ?? ''
    case '$$USER.companyID':
      return caller.companyId ?? ''
    default:
      return text
  }
}

type Span = { readonly from: number; readonly to: number }

/** Numbers, flags and times: compared as the span they mean, for "a date with eq matches the whole day". */
function orderComparison(condition: Condition, operator: string): Comparison {
  const spans = condition.values.map(text => spanOf(condition, text))
  const [{ from, to } = { from: Number.NaN, to: Number.NaN }] = spans
  const until = condition.until === undefined ? to : spanOf(condition, condition.until).to
  const inside = (number: number, span: Span) => number >= span.from && number <= span.to
  const tests: Readonly<Record<string, (number: number) => boolean>> = {
    eq: number => inside(number, { from, to }),
    in: number => spans.some(span => inside(number, span)),
    lt: number => number < from,
    lte: number => number <= to,
    gt: number => number > to,
    gte: number => number >= from,
    between: number => number >= from && number <= until,
  }
  const test = tests[operator]
  if (test) return value => value !== undefined && test(Number(value))
  const negated = tests[{ ...opposites, notbetween: 'between' }[operator] ?? '']
  if (negated) return value => value === undefined || !negated(Number(value))
  throw unknownOperator(condition)
}

function spanOf({ type, wildcards }: Condition, text: string): Span {
  if (type === 'boolean') {
    const flag = text === 'true' ? 1 : text === 'false' ? 0 : Number.NaN
    return { from: flag, to: flag }
  }
  if (type !== 'dateTime') return { from: Number(text), to: Number(text) }
  const time = timeOfWildcard(text, wildcards.now) ?? momentOf(text)
  if (time === undefined) throw problem('invalid', `${text} is not a date.`)
  const isDay = !text.startsWith('$$NOW') && time === midnight(time)
  return { from: time, to: isDay ? time + day - 1 : time }
}

function unknownOperator({ operator }: Condition) {
  return problem('invalid', `Invalid query modifier: ${operator}`)
}
