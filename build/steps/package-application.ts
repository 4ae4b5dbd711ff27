// Packages the built application with electron-builder, without installers.
import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build, Platform } from 'electron-builder'
import { buildApplication } from './build-application.ts'
import { findElectron, projectFolder } from './runtime/electron.ts'
import { standIn } from './runtime/stand-in.ts'

export interface PackagedApplication {
  folder: string
  executable: string
  isStandIn: boolean
}

/** Packages into `output`, the project's dist/ unless said otherwise. */
export async function packageApplication(
  say: (line: string) => void,
  output: string = join(projectFolder, 'dist')
): Promise<PackagedApplication> {
  const electron = await findElectron(say)
  say(electron.sentence)
  await buildApplication(say)
  const isStandIn = electron.version === standIn.electronVersion
  const bare = isStandIn ? withoutLoader(dirname(electron.executable)) : undefined
  try {
    await build({
      projectDir: projectFolder,
      targets: Platform.current().createTarget('dir'),
      publish: 'never',
      config: {
        extends: join(projectFolder, 'electron-builder.yml'),
        directories: { output },
        ...(bare === undefined ? {} : { electronDist: bare, electronVersion: electron.version })
      }
    })
  } finally {
    if (bare !== undefined) rmSync(bare, { recursive: true, force: true })
  }
  return { ...findPackaged(output), isStandIn }
}

/** A copy of the stand-in without the loader that lets it run an application's folder: it would be started before the packed one. */
function withoutLoader(distribution: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'comarca-electron-'))
  const loader = join(distribution, 'resources', 'app')
  cpSync(distribution, copy, { recursive: true, verbatimSymlinks: true, filter: (source) => source !== loader })
  return copy
}

function findPackaged(output: string): { folder: string; executable: string } {
  const patterns = {
    linux: '*-unpacked/comarca',
    win32: '*-unpacked/Comarca.exe',
    darwin: 'mac*/Comarca.app/Contents/MacOS/Comarca'
  }
  const pattern = patterns[process.platform as keyof typeof patterns] ?? '*-unpacked/comarca'
  const [executable] = globSync(pattern, { cwd: output })
  if (executable === undefined) throw new Error(`electron-builder left no application in ${output}`)
  return { folder: join(output, dirname(executable)), executable: join(output, executable) }
}
