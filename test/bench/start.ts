import type { Bench } from './bench.ts'
import { compareStarts } from './usable.ts'

export const start: Bench = {
  name: 'start to a usable window, against a window with a bare page',
  aim: 1.6,
  measure: (place) => compareStarts(place)
}
