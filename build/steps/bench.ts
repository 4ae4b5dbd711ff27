// Runs the benchmarks and prints each as a ratio of medians. Words filter by name: `npm run bench -- memory`.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benches } from '../../test/bench/index.ts'
import { projectFolder } from './runtime/electron.ts'
import { preparePlace } from './runtime/place.ts'
import { runStep, say } from './terminal.ts'

await runStep(async () => {
  const words = process.argv.slice(2)
  const { place, close } = await preparePlace(say)
  const folder = await mkdtemp(join(tmpdir(), 'comarca-bench-'))
  const bare = { ...place, appFolder: join(projectFolder, 'test/bench/bare-app') }
  let missed = 0
  try {
    for (const bench of benches) {
      if (words.length > 0 && !words.some((word) => bench.name.includes(word))) continue
      const { product, bare: least, unit } = await bench.measure({ product: place, bare, folder })
      if (product.length === 0) {
        say(`  -    ${bench.name}: cannot be measured on ${process.platform}`)
        continue
      }
      const ratio = median(product) / median(least)
      const isMissed = bench.aim !== undefined && ratio > bench.aim
      if (isMissed) missed += 1
      const aim = bench.aim === undefined ? '' : `, aim at most ${bench.aim}${isMissed ? ' (MISSED)' : ''}`
      say(`${ratio.toFixed(2).padStart(6)}  ${bench.name}${aim}`)
      say(`        ${show(product, unit)} against ${show(least, unit)}`)
    }
  } finally {
    close()
    await rm(folder, { recursive: true, force: true })
  }
  return missed === 0 ? 0 : 1
})

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? Number.NaN, sorted[Math.floor(middle)] ?? Number.NaN]
  return (low + high) / 2
}

function show(values: readonly number[], unit: string): string {
  const digits = median(values) < 10 ? 3 : 0
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  return `${median(values).toFixed(digits)} ${unit} (${lowest.toFixed(digits)} to ${highest.toFixed(digits)}, n ${values.length})`
}
