const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

/** ISO 8601 or milliseconds since the epoch. What cannot be read as a time becomes `''`. */
type Time = string | number | undefined

/** "3 Nov 2026", in the reader's time zone */
export function formatDate(time: Time): string {
  return format(time, date => `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`)
}

/** "4 Dec", and "4 Dec 2027" where that is not this year */
export function formatDay(time: Time, now: number = Date.now()): string {
  const isThisYear = format(time, year) === format(now, year)
  return isThisYear ? formatDate(time).replace(/ \d+$/, '') : formatDate(time)
}

/** "14:02" */
export function formatTime(time: Time): string {
  return format(time, date => `${two(date.getHours())}:${two(date.getMinutes())}`)
}

/** "14:07:06" */
export function formatExactTime(time: Time): string {
  return format(time, date => `${formatTime(date.getTime())}:${two(date.getSeconds())}`)
}

/** "20 Nov 2026, 14:07" */
export function formatDateTime(time: Time): string {
  return format(time, date => `${formatDate(date.getTime())}, ${formatTime(date.getTime())}`)
}

/** "20 Nov 2026, 14:07:06" */
export function formatExactDateTime(time: Time): string {
  return format(time, date => `${formatDate(date.getTime())}, ${formatExactTime(date.getTime())}`)
}

/** "under a second", "42 s", "3 min 20 s", "1 h 5 min" */
export function formatDuration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds) || milliseconds < 0) return ''
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 1) return 'under a second'
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return joined(`${minutes} min`, seconds % 60, 's')
  return joined(`${Math.floor(minutes / 60)} h`, minutes % 60, 'min')
}

function joined(large: string, small: number, unit: string): string {
  return small === 0 ? large : `${large} ${small} ${unit}`
}

function format(time: Time, write: (date: Date) => string): string {
  if (time === undefined || time === '') return ''
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '' : write(date)
}

const year = (date: Date) => String(date.getFullYear())

function two(value: number): string {
  return String(value).padStart(2, '0')
}
