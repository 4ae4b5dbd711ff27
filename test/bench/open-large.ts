import { join } from 'node:path'
import { projectFolder } from '../../build/steps/runtime/electron.ts'
import { nodeFlags, runProgram } from '../../build/steps/terminal.ts'
import type { Bench } from './bench.ts'
import { compareStarts } from './usable.ts'

export const openLarge: Bench = {
  name: 'start with the 300-seller sample open, against a window with a bare page',
  async measure(place) {
    const file = join(place.folder, 'large.comarca')
    const commandLine = join(projectFolder, 'src/main/engine/call.ts')
    const args = [...nodeFlags, commandLine, file, 'workspace.createSample', JSON.stringify({ size: 'large' })]
    const { code, printed } = await runProgram(process.execPath, args, { quiet: true })
    if (code !== 0) throw new Error(`The sample could not be made: ${printed}`)
    return compareStarts(place, { COMARCA_OPEN: file })
  }
}
