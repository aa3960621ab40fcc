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
  return (
    <CheckList
      legend="More filters"
      options={provider.flags.map(({ id, label }) => ({
        value: id,
        label: label.charAt(0).toUpperCase() + label.slice(1),
        count: flagCount(view, id),
      }))}
      chosen={new Set(address.query.flags)}
      onChange={chosen =>
        address.choose(
          query => ({
            ...query,
            flags: provider.flags.map(({ id }) => id).filter(id => chosen.has(id)),
          }),
          step(),
        )
      }
    />
  )
}
