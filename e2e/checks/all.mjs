/**
 * `npm test`: every check, one after the other, going on after a failure, so that one run says everything.
 * Closes with one line, `N passed, N failed`, and exits with 1 if anything failed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './chromium.mjs'

const results = 'test-results'
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

let passed = 0
let failed = 0

function run(name, command) {
  const started = Date.now()
  console.log(`\n— ${name}: ${command}`)
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true, env: process.env })
  console.log(
    `— ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - started) / 1000)} s`,
  )
  return status === 0
}

function check(name, command) {
  if (run(name, command)) passed += 1
  else failed += 1
}

/** A suite counts its own tests; one that ends badly without saying which test failed counts as one failure. */
function suite(name, command, report, count) {
  const ok = run(name, command)
  const counted = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 }
  passed += counted.passed
  failed += counted.failed
  if (counted.failed === 0 && (!ok || counted.passed === 0)) failed += 1
}

check('types', 'npx tsc --noEmit')
check('lint', 'npx biome check --error-on-warnings')
check('unused', 'npx knip')
check('build', 'npx vite build --logLevel warn')
suite(
  'unit',
  `npx vitest run --reporter=default --reporter=json --outputFile.json=${results}/unit.json`,
  `${results}/unit.json`,
  report => ({ passed: report.numPassedTests, failed: report.numFailedTests }),
)
process.env.CHROMIUM_PATH = findChromium()
suite('browser', 'npx playwright test -c e2e', `${results}/e2e.json`, report => ({
  // One that passed at the second try is no failure of the app; Playwright has listed it as flaky above.
  passed: report.stats.expected + report.stats.flaky,
  failed: report.stats.unexpected,
}))

console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
