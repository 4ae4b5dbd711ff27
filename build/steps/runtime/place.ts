// Gets everything ready to open windows without a person: an Electron, its system packages, the built application and a display.
import { buildAside } from '../build-application.ts'
import { requireSystemPackages } from './debian.ts'
import { openVirtualDisplay } from './display.ts'
import { findElectron } from './electron.ts'
import type { WindowPlace } from './window.ts'

export interface PreparedPlace {
  place: WindowPlace
  close(): void
}

/** `say` gets one line that tells which Electron it is, and progress lines where something takes long. */
export async function preparePlace(say: (line: string) => void): Promise<PreparedPlace> {
  const electron = await findElectron(say)
  requireSystemPackages({ executable: electron.executable, display: true }, say)
  say(electron.sentence)
  const appFolder = await buildAside(say)
  const display = await openVirtualDisplay()
  const place = {
    executable: electron.executable,
    flags: electron.flags,
    env: { ...electron.env, ...display.env },
    appFolder
  }
  return { place, close: display.close }
}
