import type { FigureLabel } from '../providers/provider'

/** The label of a figure; without the provider at hand, e.g. on an imported receipt, its key in words. */
export function figureLabel(key: string, labels: readonly FigureLabel[]): string {
  return labels.find(label => label.key === key)?.label ?? inWords(key)
}

/** "privateProjectsDeleted" → "Private projects deleted" */
function inWords(key: string): string {
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
