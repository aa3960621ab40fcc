import { Ajv, type AnySchema, type ValidateFunction } from 'ajv'
import { z } from 'zod'
import document from './awork/openapi.json' with { type: 'json' }

/**
 * Checks requests and answers against awork's own OpenAPI document, of which `awork/openapi.json` is the part that
 * Rollcall uses. For tests: of the sandbox's answers, and of what the provider asks.
 */

const schema = z.custom<AnySchema>()
const content = z.object({
  content: z.object({ 'application/json': z.object({ schema }) }).optional(),
})
const parameter = z.union([
  z.object({ $ref: z.string() }),
  z.object({
    name: z.string(),
    in: z.enum(['path', 'query', 'header']),
    required: z.boolean().default(false),
    schema,
  }),
])
const operationSchema = z.object({
  parameters: z.array(parameter).default([]),
  requestBody: content.extend({ required: z.boolean() }).optional(),
  responses: z.record(z.string(), content),
  'x-access': z.record(z.string(), z.string()).default({}),
})
const { paths, components } = z
  .object({
    paths: z.record(z.string(), z.record(z.string(), operationSchema)),
    components: z.object({ parameters: z.record(z.string(), parameter) }),
  })
  .parse(document)

export type Operation = z.infer<typeof operationSchema> & {
  readonly method: string
  /** Such as `/users/{userId}`. */
  readonly path: string
}

/** Every operation of the document, those with fixed paths before those with parameters. */
export const operations: readonly Operation[] = Object.entries(paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  )
  .sort((one, other) => one.path.split('{').length - other.path.split('{').length)

const ajv = new Ajv({ strict: false, allErrors: true })
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
ajv.addFormat('uuid', uuid)
ajv.addFormat('date-time', text => dateTime.test(text) && !Number.isNaN(Date.parse(text)))
for (const format of ['int32', 'int64', 'double'])
  ajv.addFormat(format, { type: 'number', validate: () => true })
ajv.addSchema(document, 'awork')

const compiled = new Map<string, ValidateFunction>()

/** The document's schemas refer to each other from its root. */
function mismatch(wanted: AnySchema, value: unknown): string | undefined {
  const rooted = JSON.stringify(wanted).replaceAll('"#/components/', '"awork#/components/')
  const validate = compiled.get(rooted) ?? ajv.compile(JSON.parse(rooted))
  compiled.set(rooted, validate)
  return validate(value) ? undefined : ajv.errorsText(validate.errors)
}

/** OAuth's endpoints are in awork's documentation, but not in the document. */
const undocumented = ['/accounts/authorize', '/accounts/token']

function parametersOf(operation: Operation) {
  return operation.parameters.flatMap(entry => {
    const found =
      '$ref' in entry ? components.parameters[entry.$ref.split('/').at(-1) ?? ''] : entry
    return found && !('$ref' in found) ? found : []
  })
}

/** The operation a request is for; `undefined`: none that is documented. */
export function operationOf(method: string, url: string): Operation | undefined {
  const path = pathOf(url)
  return operations.find(
    operation =>
      operation.method === method &&
      parts(operation, path)?.every(part => part.problem === undefined),
  )
}

function pathOf(url: string): string {
  return new URL(url, 'http://localhost').pathname.replace(/^.*?\/api\/v1(?=\/)/, '')
}

/** The values of the path's parameters; `undefined`: it is another path. */
function parts(operation: Operation, path: string) {
  const wanted = operation.path.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  if (!wanted.every((part, n) => part.startsWith('{') || part === given[n])) return undefined
  return parametersOf(operation)
    .filter(entry => entry.in === 'path')
    .map(entry => ({
      problem: mismatch(
        entry.schema,
        decodeURIComponent(given[wanted.indexOf(`{${entry.name}}`)] ?? ''),
      ),
    }))
}

/** What is wrong with a request to the API; empty if nothing is. */
export async function checkRequest(request: Request): Promise<readonly string[]> {
  const { method, url } = request
  if (undocumented.includes(pathOf(url))) return []
  const operation = operationOf(method, url)
  if (!operation) return [`${method} ${pathOf(url)} is not documented`]
  const parameters = parametersOf(operation).filter(entry => entry.in === 'query')
  const query = [...new URL(url, 'http://localhost').searchParams].map(([name, value]) => {
    const known = parameters.find(entry => entry.name === name)
    return known
      ? mismatch(known.schema, literal(known.schema, value))
      : `query parameter ${name} is not documented`
  })
  const text = await request.clone().text()
  return [...query, bodyProblem(operation, text, request.headers.get('content-type'))]
    .filter(problem => problem !== undefined)
    .map(problem => `${method} ${operation.path}: ${problem}`)
}

function literal(wanted: AnySchema, value: string): unknown {
  const type = typeof wanted === 'object' ? wanted['type'] : undefined
  if (type === 'integer' && /^\d+$/.test(value)) return Number(value)
  if (type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true'
  return value
}

function bodyProblem(
  { requestBody }: Operation,
  text: string,
  type: string | null,
): string | undefined {
  const wanted = requestBody?.content?.['application/json'].schema
  // Some examples send `{}` where the document knows no body.
  if (wanted === undefined)
    return text === '' || text === '{}' ? undefined : 'there is a body, and none is documented'
  if (text === '') return requestBody?.required ? 'the body is missing' : undefined
  if (!type?.startsWith('application/json')) return `the body is said to be ${type}`
  return mismatch(wanted, JSON.parse(text))
}

const gatewayAnswer = {
  anyOf: [
    { $ref: '#/components/schemas/ErrorResponse' },
    { required: ['message'], properties: { message: { type: 'string' } } },
    { required: ['exp'], properties: { exp: { type: 'string' } } },
  ],
}

/** What is wrong with an answer of the API; empty if nothing is. */
export async function checkResponse(
  request: Request,
  response: Response,
): Promise<readonly string[]> {
  const operation = operationOf(request.method, request.url)
  if (!operation) return []
  const { status } = response
  const text = await response.clone().text()
  const documented = operation.responses[status]
  const wanted =
    documented?.content?.['application/json'].schema ?? (status >= 400 ? gatewayAnswer : undefined)
  const problem =
    documented === undefined && status < 400
      ? 'is not documented'
      : wanted === undefined
        ? text && 'has a body, and none is documented'
        : mismatch(wanted, text === '' ? undefined : JSON.parse(text))
  return problem ? [`${request.method} ${operation.path} ${status}: ${problem}`] : []
}
