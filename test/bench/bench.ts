// What a benchmark is: the same thing measured in the product and in the least that could do it, so that the ratio says what the
// product costs on any machine.
import type { WindowPlace } from '../../build/steps/runtime/window.ts'

export interface BenchPlace {
  /** The built product. */
  product: WindowPlace
  /** A bare application on the same Electron. */
  bare: WindowPlace
  /** A folder for files. */
  folder: string
}

export interface Measured {
  product: number[]
  bare: number[]
  /** Kilometres of a plan and of the best known are compared as times are. */
  unit: 'ms' | 'MB' | 'km'
}

export interface Bench {
  /** What is compared, in words. */
  name: string
  /** The ratio of medians that is aimed at, at most. */
  aim?: number
  /** Measures both, at least five times each and taking turns, so that a busy moment hits both. */
  measure(place: BenchPlace): Promise<Measured>
}

export const repetitions = 5
