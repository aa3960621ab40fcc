import type { ProfileField } from '../providers/administration'
import { formatDate } from '../ui/time'

/** A value as it is read: the label of a choice, a day as a day. `undefined`: empty. */
export function profileText(field: ProfileField, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined
  switch (field.type) {
    case 'text':
      return value
    case 'date':
      // A day is the same day in every time zone.
      return formatDate(`${value}T00:00`) || value
    case 'choice':
      return field.choices.find(choice => choice.value === value)?.label ?? value
  }
}
