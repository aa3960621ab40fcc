import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Path of a Chromium that is already on this machine: CHROMIUM_PATH, the usual places, Playwright's own. */
function presentChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, but there is no such file.`)
    return named
  }
  return [...usual, chromium.executablePath()].find(path => existsSync(path))
}

/** Path of a Chromium; where there is none, gets Playwright's own, else Debian's. */
export function findChromium() {
  const present = presentChromium()
  if (present) return present
  console.log('No Chromium found. Getting one: playwright install chromium')
  const playwright = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    timeout: 300_000,
  })
  const downloaded = playwright.status === 0 ? presentChromium() : undefined
  if (downloaded) return downloaded
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    console.log('That did not work. Getting one: apt-get install chromium')
    const sudo = process.getuid?.() === 0 ? [] : ['sudo']
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get']
    execFileSync(command, [...rest, 'update'], { stdio: 'inherit' })
    execFileSync(
      command,
      [
        ...rest,
        'install',
        '-y',
        '--no-install-recommends',
        'chromium',
        'fonts-noto-core',
        'fonts-noto-cjk',
      ],
      { stdio: 'inherit' },
    )
    const installed = presentChromium()
    if (installed) return installed
  }
  throw new Error('No Chromium. Install Chrome or Chromium, or set CHROMIUM_PATH to one.')
}
