// Prints every file of one domain, grouped by layer: a domain has the same name in each.
import { globSync } from 'node:fs'
import { domains } from '../../src/shared/domains.ts'
import { projectFolder } from './runtime/electron.ts'
import { runStep, say } from './terminal.ts'

const layers = [
  { name: 'shared (types, contract, rules)', folder: 'src/shared' },
  { name: 'engine (handlers, store)', folder: 'src/main/engine' },
  { name: 'renderer (screen, parts)', folder: 'src/renderer' },
  { name: 'texts', folder: 'src/renderer/i18n' },
  { name: 'tests', folder: 'test' }
] as const

await runStep(async () => {
  const [word] = process.argv.slice(2)
  if (word === undefined) {
    say('Say a domain: npm run find -- quotas')
    say(`Domains: ${Object.keys(domains).join(' ')}`)
    return 1
  }
  let found = 0
  for (const { name, folder } of layers) {
    const files = filesOf(folder, word)
    if (files.length === 0) continue
    found += files.length
    say(`\n${name}`)
    for (const file of files) say(`  ${file}`)
  }
  if (found === 0) say(`No file belongs to "${word}". Domains: ${Object.keys(domains).join(' ')}`)
  return found === 0 ? 1 : 0
})

/** The files of a layer whose folder or name is the domain's. */
function filesOf(folder: string, word: string): string[] {
  const patterns = [
    `${folder}/${word}/**/*.*`,
    `${folder}/*/${word}/**/*.*`,
    `${folder}/${word}.*`,
    `${folder}/*/${word}.*`,
    `${folder}/*/${word}-*.*`
  ]
  const files = new Set(patterns.flatMap((pattern) => globSync(pattern, { cwd: projectFolder })))
  const texts = 'src/renderer/i18n/'
  return [...files].filter((file) => folder.startsWith('src/renderer/i18n') || !file.startsWith(texts)).sort()
}
