import type { WindowPlace } from '../../build/steps/runtime/window.ts'
import { memoryOfTree, startPlain } from '../helpers/process.ts'
import { type Bench, repetitions } from './bench.ts'

const settleMs = 4_000

export const memory: Bench = {
  name: 'memory of all processes after the start, against a window with a bare page',
  async measure({ product, bare }) {
    const measured = { product: [] as number[], bare: [] as number[], unit: 'MB' as const }
    if (process.platform !== 'linux') return measured
    for (let i = 0; i < repetitions; i += 1) {
      measured.bare.push(await memoryAfterStart(bare))
      measured.product.push(await memoryAfterStart(product))
    }
    return measured
  }
}

async function memoryAfterStart(place: WindowPlace): Promise<number> {
  const running = await startPlain(place, { settleMs })
  try {
    return memoryOfTree(running.pid) / 2 ** 20
  } finally {
    await running.close()
  }
}
