// `npm run demo`: the whole main job without a hand, on the sample company or on the tables in a folder, in a real Electron on a
// virtual display. Leaves the workspace, the handbook, all letters and a picture of each screen in out/demo/, and says what it made.
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDemoEngine } from './demo-engine.ts'
import { doJob } from './demo-job.ts'
import { showAndPrint } from './demo-window.ts'
import { projectFolder } from './runtime/electron.ts'
import { preparePlace } from './runtime/place.ts'
import { runStep, say } from './terminal.ts'

const usage = `Usage: npm run demo -- [options]
  --data FOLDER      tables (csv, xlsx …) of your CRM; without it the sample company
  --currency USD     of the tables, where they name none
  --sample small     size of the sample company: small, medium or large
  --lang en          language of the window and the documents: en or es
  --out FOLDER       where to leave what it makes; what is there is removed. Default out/demo`

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    currency: { type: 'string', default: 'USD' },
    sample: { type: 'string', default: 'small' },
    lang: { type: 'string', default: 'en' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false }
  }
})

// The sample company's data end here: its demo is the same on any day.
const sampleNow = '2026-11-12T09:00:00.000Z'

await runStep(async () => {
  const { sample, lang } = values
  if (
    values.help ||
    (lang !== 'en' && lang !== 'es') ||
    (sample !== 'small' && sample !== 'medium' && sample !== 'large')
  ) {
    say(usage)
    return values.help ? 0 : 2
  }
  const calledFrom = process.env.INIT_CWD ?? process.cwd()
  const data = values.data === undefined ? undefined : resolve(calledFrom, values.data)
  if (data !== undefined && !statSync(data, { throwIfNoEntry: false })?.isDirectory()) {
    say(`${data} is not a folder.\n${usage}`)
    return 2
  }
  const folder = values.out === undefined ? join(projectFolder, 'out', 'demo') : resolve(calledFrom, values.out)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${data === undefined ? 'sample' : basename(data)}.comarca`)
  const now = data === undefined ? sampleNow : undefined
  const engine = openDemoEngine(folder, now)
  let years: Awaited<ReturnType<typeof doJob>>
  try {
    years = await doJob(engine, { file, language: lang, data, currency: values.currency, sample }, say)
  } finally {
    await engine.close()
    rmSync(join(folder, 'backups'), { recursive: true, force: true })
  }
  const { place, close } = await preparePlace(say)
  try {
    const made = await showAndPrint(place, { file, folder, language: lang, now, ...years })
    say(`Made in ${folder}:`)
    for (const name of [basename(file), ...made]) say(`  ${name}`)
  } finally {
    close()
  }
  return existsSync(join(folder, 'handbook.pdf')) ? 0 : 1
})
