// Runs the engine's command line from its source. A file's name counts from where npm was called.
import { join } from 'node:path'
import { projectFolder } from './runtime/electron.ts'
import { nodeFlags, runProgram, runStep } from './terminal.ts'

await runStep(async () => {
  const commandLine = join(projectFolder, 'src/main/engine/call.ts')
  const { code } = await runProgram(process.execPath, [...nodeFlags, commandLine, ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd()
  })
  return code
})
