// A workspace file with the sample company, made by the command line once for each state of the sources and copied from then on.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './runtime/electron.ts'
import { nodeFlags, runProgram } from './terminal.ts'

export interface Sample {
  size: 'small' | 'medium' | 'large'
  language: 'en' | 'es'
}

/** Puts a fresh copy of the sample at `target`. `appFolder` is where buildAside put the application. */
export async function copySample(appFolder: string, { size, language }: Sample, target: string): Promise<void> {
  const folder = join(appFolder, 'samples')
  const file = join(folder, `${size}-${language}.comarca`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const unfinished = join(folder, `${process.pid}-${size}-${language}.comarca`)
    rmSync(unfinished, { force: true })
    const commandLine = join(projectFolder, 'src/main/engine/call.ts')
    const args = [...nodeFlags, commandLine, unfinished, 'workspace.createSample', JSON.stringify({ size, language })]
    const { code, printed } = await runProgram(process.execPath, args, { quiet: true })
    if (code !== 0) throw new Error(`The sample company could not be made:\n${printed}`)
    renameSync(unfinished, file)
  }
  copyFileSync(file, target)
}
