import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const usual = [
  // The same engine without a window: a fifth faster.
  '/usr/bin/chromium-headless-shell',
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
    const sudo = process.getuid?.() === 0 ? [] : ['sudo']
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get']
    const apt = (...args) =>
      spawnSync(command, [...rest, ...args], { stdio: 'inherit' }).status === 0
    console.log('That did not work. Getting one: apt-get install')
    apt('update')
    const fonts = ['fonts-noto-core', 'fonts-noto-cjk']
    const install = ['install', '-y', '--no-install-recommends']
    // Debian has the small one, others only the whole browser.
    apt(...install, 'chromium-headless-shell', ...fonts) || apt(...install, 'chromium', ...fonts)
    const installed = presentChromium()
    if (installed) return installed
  }
  throw new Error('No Chromium. Install Chrome or Chromium, or set CHROMIUM_PATH to one.')
}
