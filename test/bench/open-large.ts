import { join } from 'node:path'
import { projectFolder } from '../../build/steps/runtime/electron.ts'
import { runProgram } from '../../build/steps/terminal.ts'
import { type Bench, repetitions } from './bench.ts'
import { timeStart } from './usable.ts'

export const openLarge: Bench = {
  name: 'start with the 300-seller sample open, against a window with a bare page',
  async measure({ product, bare, folder }) {
    const file = join(folder, 'large.comarca')
    const commandLine = join(projectFolder, 'src/main/engine/call.ts')
    const args = [commandLine, file, 'workspace.createSample', JSON.stringify({ size: 'large' })]
    const { code, printed } = await runProgram(process.execPath, args, { quiet: true })
    if (code !== 0) throw new Error(`The sample could not be made: ${printed}`)

    const measured = { product: [] as number[], bare: [] as number[], unit: 'ms' as const }
    for (let i = -1; i < repetitions; i += 1) {
      const bareMs = await timeStart(bare)
      const productMs = await timeStart(product, { COMARCA_OPEN: file })
      if (i < 0) continue
      measured.bare.push(bareMs)
      measured.product.push(productMs)
    }
    return measured
  }
}
