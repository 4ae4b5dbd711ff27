// Everything about the source that can be checked without running it, each check under its name. All run, even when one fails.
import { join } from 'node:path'
import { projectFolder } from './runtime/electron.ts'
import { runProgram, runStep, say } from './terminal.ts'
import { findTranslationFaults } from './translations.ts'

interface Check {
  name: string
  run(): Promise<{ code: number; printed: string }>
}

const bin = (name: string) => join(projectFolder, 'node_modules/.bin', name)
const program =
  (name: string, ...args: string[]) =>
  () =>
    runProgram(bin(name), args, { cwd: projectFolder, quiet: true })
const types = (folder: string): Check => ({ name: `types of ${folder}`, run: program('tsc', '-p', folder) })

const checks: Check[] = [
  types('src/shared'),
  types('src/main/engine'),
  types('src/main/app'),
  types('src/main/preload'),
  types('src/renderer'),
  types('build'),
  types('test'),
  { name: 'lint and format', run: program('biome', 'ci', '--colors=off', '.') },
  { name: 'architecture', run: program('vitest', 'run', '--project', 'unit', 'test/architecture.test.ts') },
  { name: 'dead code', run: program('knip') },
  {
    name: 'translations',
    run: async () => {
      const faults = await findTranslationFaults()
      return { code: faults.length === 0 ? 0 : 1, printed: faults.join('\n') }
    }
  }
]

await runStep(async () => {
  let failed = 0
  for (const check of checks) {
    const startedAt = performance.now()
    const { code, printed } = await check.run()
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    say(`${code === 0 ? 'passed' : 'FAILED'}  ${check.name} (${seconds} s)`)
    if (code === 0) continue
    failed += 1
    say(printed.trimEnd())
  }
  say(`${checks.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
