// Runs the tests: first everything that needs no window, then the built application in a real Electron. Words filter by path:
// `npm test -- people`. The last line counts both.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './runtime/electron.ts'
import { runProgram, runStep, say } from './terminal.ts'

interface Counts {
  passed: number
  failed: number
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs')

await runStep(async () => {
  const words = process.argv.slice(2)
  const unit = await runProject('unit', words)
  const window = await runProject('e2e', words)
  const passed = unit.passed + window.passed
  const failed = unit.failed + window.failed
  if (passed + failed === 0) say(`No test's path has ${words.map((word) => `"${word}"`).join(' or ')} in it.`)
  say(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
})

async function runProject(project: 'unit' | 'e2e', words: readonly string[]): Promise<Counts> {
  const reportFile = join(projectFolder, 'out', 'reports', `${project}.json`)
  mkdirSync(join(projectFolder, 'out', 'reports'), { recursive: true })
  rmSync(reportFile, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const args = [vitest, 'run', '--project', project, '--passWithNoTests', ...reporters, ...words]
  const { code } = await runProgram(process.execPath, args, { cwd: projectFolder })
  const counts = readCounts(reportFile)
  // A failure outside of any test (a set-up, an error nobody awaited) must not pass for a success.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function readCounts(reportFile: string): Counts {
  let report: Report
  try {
    report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report
  } catch {
    return { passed: 0, failed: 0 }
  }
  const unloadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length }
}
