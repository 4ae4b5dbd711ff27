import { type Bench, repetitions } from './bench.ts'
import { timeStart } from './usable.ts'

export const start: Bench = {
  name: 'start to a usable window, against a window with a bare page',
  aim: 1.6,
  async measure({ product, bare }) {
    const measured = { product: [] as number[], bare: [] as number[], unit: 'ms' as const }
    // The first start fills caches (of files, of compiled code) and is not counted.
    for (let i = -1; i < repetitions; i += 1) {
      const bareMs = await timeStart(bare)
      const productMs = await timeStart(product)
      if (i < 0) continue
      measured.bare.push(bareMs)
      measured.product.push(productMs)
    }
    return measured
  }
}
