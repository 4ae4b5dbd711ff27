// Makes an unpacked application of this platform in dist/. On the stand-in Electron the result is for trying the packaging
// only: it is an old Electron and is never to be shipped.
import { packageApplication } from './package-application.ts'
import { runStep, say } from './terminal.ts'

await runStep(async () => {
  const { folder, isStandIn } = await packageApplication(say)
  say(`The application is in ${folder}`)
  if (isStandIn) say('It is built on the stand-in Electron: good for trying the packaging, not for giving to anybody.')
  return 0
})
