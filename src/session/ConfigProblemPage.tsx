import type { Listed } from '../providers/registry'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import type { ConfigProblem } from './config'

/** Before anything else works: what is wrong with `/config.json`, and what it should be. */
export function ConfigProblemPage({
  problems,
  vendors,
}: {
  readonly problems: readonly ConfigProblem[]
  readonly vendors: readonly Listed[]
}) {
  return (
    <main className="mx-auto max-w-[640px] px-4 py-16">
      <title>Not set up · Rollcall</title>
      <p className="mb-5 font-semibold">Rollcall</p>
      <h1 className="text-20 font-semibold">Rollcall is not set up yet</h1>
      <p className="mt-1 text-text-2">
        It reads its connections from <code>/config.json</code>, and cannot use what it found there.
      </p>
      <Notice tone="red" className="mt-4" role="alert">
        <ul className="flex flex-col gap-2">
          {problems.map(({ field, is, shouldBe }) => (
            <li key={`${field} ${shouldBe}`}>
              <strong className="font-semibold">
                <code>{field ?? '/config.json'}</code>
              </strong>{' '}
              is {is === 'missing' || field === undefined ? is : <code>{is}</code>}. It should be{' '}
              {shouldBe}.
            </li>
          ))}
        </ul>
      </Notice>
      <h2 className="mt-6 text-12 font-medium text-text-3">An example</h2>
      <pre className="mt-1 overflow-x-auto rounded-6 border border-hairline bg-quiet px-4 py-3">
        <code>{exampleOf(vendors)}</code>
      </pre>
      <p className="mt-2 text-13 text-text-3">
        <code>clientId</code> may be left out: Rollcall then registers itself. An{' '}
        <code>apiUrl</code> that starts with “/” is a path of this origin, which has to forward it
        to the API.
      </p>
      <p className="mt-6">
        <Button variant="primary" onClick={() => window.location.reload()}>
          Read it again
        </Button>
      </p>
    </main>
  )
}

function exampleOf(vendors: readonly Listed[]) {
  const connections = vendors.map(({ id, name, exampleApiUrl }) => ({
    id: `acme-${id}`,
    provider: id,
    name: `Acme ${name}`,
    apiUrl: exampleApiUrl,
    oauth: { clientId: 'rollcall' },
  }))
  return JSON.stringify({ connections }, null, 2)
}
