import { type Preferences, preferences, usePreferences } from './preferences'

export type Theme = Preferences['theme']

/** Before the first paint, so that a dark page does not flash white. Follows later changes by itself. */
export function applyTheme(): void {
  apply()
  preferences.subscribe(apply)
}

export function useTheme(): Theme {
  return usePreferences().theme
}

export function setTheme(theme: Theme): void {
  preferences.change({ theme })
}

function apply() {
  const { theme } = preferences.get()
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
