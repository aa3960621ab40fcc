import { backFlag } from '../directory/back'
import { flagCount } from '../directory/filters'
import type { View } from '../directory/view'
import type { Provider } from '../providers/provider'
import { CheckList } from '../ui/CheckList'
import type { Address } from './address'
import { useSteps } from './steps'

export type FlagProps = {
  readonly view: View
  readonly provider: Provider
  readonly address: Address
}

/** What users can be asked besides their columns: "has no e-mail". */
export function FlagOptions({ view, provider, address }: FlagProps) {
  const step = useSteps()
  const chosen = new Set(address.query.flags)
  // Hardly ever is anybody: then it is not offered.
  const isOffered = chosen.has(backFlag.id) || flagCount(view, backFlag.id) > 0
  const flags = isOffered ? [...provider.flags, backFlag] : provider.flags
  return (
    <CheckList
      legend="More filters"
      options={flags.map(({ id, label }) => ({
        value: id,
        label: label.charAt(0).toUpperCase() + label.slice(1),
        count: flagCount(view, id),
      }))}
      chosen={chosen}
      onChange={now =>
        address.choose(
          query => ({
            ...query,
            flags: flags.map(({ id }) => id).filter(id => now.has(id)),
          }),
          step(),
        )
      }
    />
  )
}
