import { useRef } from 'react'
import { preferences, usePreferences } from '../preferences/preferences'
import { shortcuts } from '../preferences/shortcuts'
import { Button } from '../ui/Button'
import { Checkbox } from '../ui/Checkbox'
import { Dialog } from '../ui/Dialog'
import { DialogSection } from '../ui/DialogSection'
import { Kbd } from '../ui/Kbd'

const groups = [...new Set(Object.values(shortcuts).map(shortcut => shortcut.group))]

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const close = useRef<HTMLButtonElement>(null)
  const { singleKeys } = usePreferences()
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={onClose}
      focus={close}
      footer={
        <Button ref={close} variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      {groups.map(group => (
        <DialogSection key={group} title={group}>
          <dl className="grid grid-cols-[1fr_auto] gap-y-1">
            {Object.values(shortcuts)
              .filter(shortcut => shortcut.group === group)
              .map(({ label, keys }) => (
                <div key={label} className="col-span-2 grid grid-cols-subgrid">
                  <dt className="text-13">{label}</dt>
                  <dd className="flex justify-end gap-1">
                    {keys.map(key => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </DialogSection>
      ))}
      <DialogSection>
        <label htmlFor="single-keys" className="flex items-center gap-2.5 text-13">
          <Checkbox
            id="single-keys"
            checked={singleKeys === 'on'}
            onChange={event =>
              preferences.change({ singleKeys: event.target.checked ? 'on' : 'off' })
            }
          />
          Single keys act without Ctrl or ⌘
        </label>
      </DialogSection>
    </Dialog>
  )
}
