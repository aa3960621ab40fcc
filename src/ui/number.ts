const grouped = new Intl.NumberFormat('en-GB')

/** "2,340" */
export function formatNumber(value: number): string {
  return Number.isFinite(value) ? grouped.format(value) : ''
}

/** "1 user", "2,340 users" */
export function formatCount(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`
}
