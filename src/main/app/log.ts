// The program's log file, on this machine only. Crashes are written down beside it and sent nowhere.
import { crashReporter } from 'electron'
import log from 'electron-log/main'
import { places } from './places.ts'

export function startLog(): void {
  log.transports.file.resolvePathFn = () => places.log
  log.transports.file.level = 'info'
  log.transports.console.level = process.env.COMARCA_VERBOSE ? 'info' : 'error'
  log.errorHandler.startCatching({ showDialog: false })
  crashReporter.start({ uploadToServer: false })
}

export { log }
