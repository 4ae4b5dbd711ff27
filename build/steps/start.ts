// Opens the application on this machine's display. Arguments are passed on: `npm start -- plan.comarca`.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildApplication } from './build-application.ts'
import { requireSystemPackages } from './runtime/debian.ts'
import { hasDisplay } from './runtime/display.ts'
import { findElectron } from './runtime/electron.ts'
import { runProgram, runStep, say } from './terminal.ts'

await runStep(async () => {
  if (!hasDisplay()) {
    say('There is no display here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).')
    say('`npm run demo` runs the whole application on a virtual display and leaves what it made in out/demo/.')
    return 1
  }
  const electron = await findElectron(say)
  requireSystemPackages({ executable: electron.executable, display: false }, say)
  say(electron.sentence)
  const folder = await buildApplication(say)
  const { code } = await runProgram(electron.executable, [...electron.flags, folder, ...passedOn()], {
    env: electron.env
  })
  return code
})

/** The arguments given to npm; the names of files are made absolute from where npm was called. */
function passedOn(): string[] {
  const calledFrom = process.env.INIT_CWD ?? process.cwd()
  return process.argv.slice(2).map((argument) => {
    const path = resolve(calledFrom, argument)
    return !argument.startsWith('-') && existsSync(path) ? path : argument
  })
}
