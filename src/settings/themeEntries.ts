import { Monitor, Moon, Sun } from 'lucide-react'
import { setTheme, type Theme } from '../preferences/theme'
import type { MenuEntry } from '../ui/Menu'

const choices = [
  { theme: 'system', label: 'Follow the system', icon: Monitor },
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
] as const

/** A section of a menu that sets the theme. */
export function themeEntries(current: Theme): readonly MenuEntry[] {
  return choices.map(({ theme, label, icon }) => ({
    label,
    icon,
    type: 'radio',
    checked: theme === current,
    onSelect: () => setTheme(theme),
  }))
}
