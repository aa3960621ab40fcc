import { Popover } from '../ui/Popover'
import type { FlagProps } from './FlagOptions'
import { later, useLater } from './later'

const flagOptions = later(async () => (await import('./FlagOptions')).FlagOptions)

/** "More": what users are asked besides their columns. */
export function FlagPopover(props: FlagProps) {
  const FlagOptions = useLater(flagOptions)
  return (
    <Popover label="More" panelLabel="More filters" count={props.address.query.flags.length}>
      {FlagOptions && <FlagOptions {...props} />}
    </Popover>
  )
}
