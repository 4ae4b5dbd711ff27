// All benchmarks: a new one is a file and a line here.
import type { Bench } from './bench.ts'
import { forecasts } from './forecasts.ts'
import { hierarchy } from './hierarchy.ts'
import { importAgain, importCsv, importMemory, importQuotedCsv, importXlsx } from './import.ts'
import { mapFrames } from './map.ts'
import { memory } from './memory.ts'
import { openLarge } from './open-large.ts'
import { pipelineRuns } from './pipeline.ts'
import { roundTrip } from './round-trip.ts'
import { start } from './start.ts'
import { alignments } from './territories.ts'

export const benches: readonly Bench[] = [
  start,
  roundTrip,
  openLarge,
  memory,
  mapFrames,
  importXlsx,
  importQuotedCsv,
  importCsv,
  importAgain,
  importMemory,
  ...alignments,
  ...forecasts,
  hierarchy,
  pipelineRuns
]
