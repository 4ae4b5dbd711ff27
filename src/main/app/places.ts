// Where the program keeps its own files, and where its parts lie after the build.
import { join } from 'node:path'
import { app } from 'electron'

/** Set before anything else: tests and the demo keep their own folder. */
export function settlePlaces(): void {
  app.setName('Comarca')
  if (process.env.COMARCA_USER_DATA) app.setPath('userData', process.env.COMARCA_USER_DATA)
}

const built = join(import.meta.dirname, '..')
// What another program has to read (the engine under plain Node) lies beside the archive, not in it.
const unpacked = (path: string): string => path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')

export const places = {
  rendererFolder: join(built, 'renderer'),
  preloadFile: join(built, 'preload', 'preload.cjs'),
  engineFile: unpacked(join(built, 'main', 'engine.js')),
  get backups() {
    return join(app.getPath('userData'), 'backups')
  },
  get preferences() {
    return join(app.getPath('userData'), 'preferences.json')
  },
  get log() {
    return join(app.getPath('userData'), 'logs', 'main.log')
  }
}
