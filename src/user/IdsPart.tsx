import type { User } from '../providers/provider'
import { Absent } from '../ui/Absent'
import { CopyButton } from '../ui/CopyButton'
import { Group } from '../ui/Group'
import { FactList } from './FactList'
import type { Ground } from './ground'

/** What logs and other systems know this user by. */
export function IdsPart({ user, ground }: { readonly user: User; readonly ground: Ground }) {
  const { provider } = ground
  const url = provider.userUrl(user)
  return (
    <Group title="Ids">
      <FactList
        facts={[
          {
            term: 'User',
            value: (
              <>
                <code>{user.id}</code> <CopyButton text={user.id} label="Copy user id" />
              </>
            ),
          },
          {
            term: 'Open in',
            value: url ? (
              <a
                href={url}
                target="_blank"
                rel="noreferrer noopener"
                className="-my-0.5 inline-block py-0.5 text-accent no-underline hover:underline"
              >
                {provider.name}
              </a>
            ) : (
              <Absent>the address of the workspace is not known</Absent>
            ),
          },
        ]}
      />
    </Group>
  )
}
