import { use } from 'react'
import { paths } from '../paths'
import { Announcer } from '../ui/Announcer'
import { Button } from '../ui/Button'
import { buttonClass } from '../ui/buttonClass'
import { Notice } from '../ui/Notice'
import type { ConfigProblem } from './config'
import { loadGuides } from './guides'
import { Sample } from './Sample'

/** Before anything else works: what is wrong with `/config.json`, and what it should be. */
export function ConfigProblemPage({ problems }: { readonly problems: readonly ConfigProblem[] }) {
  const guides = use(loadGuides())
  const example = { connections: guides.map(({ setup }) => setup.direct ?? setup.forwarded) }
  return (
    <main className="mx-auto max-w-[640px] px-4 py-16 phone:pt-8">
      <title>Not set up · Rollcall</title>
      <Announcer />
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
      <p className="mt-4 flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => window.location.reload()}>
          Read it again
        </Button>
        <a href={paths.setup} className={buttonClass()}>
          How to set it up
        </a>
      </p>
      <div className="mt-8">
        <Sample label="An example" text={JSON.stringify(example, undefined, 2)} />
      </div>
      <p className="mt-2 text-13 text-text-3">
        An <code>apiUrl</code> that starts with “/” is a path of this origin, which has to forward
        it to the API.
      </p>
    </main>
  )
}
