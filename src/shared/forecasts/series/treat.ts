// Puts the sums of stretches together to what a period recorded and what of it is used: one-off deals taken out or capped, values before a
// changed definition rescaled.
import type { OneOffTreatment, PointTreatment } from '../series-types.ts'
import type { Stretch } from './stretches.ts'

/** What a period recorded, and what of it the series uses. */
export interface PeriodSum {
  periodKey: string
  deals: number
  amountMinor: number
  recordedMinor?: number
  treatments?: PointTreatment[]
}

/** What is taken off a stretch for a deal that was decided on. */
export interface OneOffCut {
  stretchKey: string
  treatment: Exclude<OneOffTreatment, 'keep'>
  byMinor: number
}

/**
 * Adds up stretches to periods.
 *
 * @param stretches of the series; sums of other keys are passed over
 * @param sums what was recorded by stretch, minor units; a stretch without one recorded nothing
 * @param cuts what is taken off for one-off deals, before rescaling
 * @returns periods that recorded anything; `recordedMinor` and `treatments` only where the amount used is another
 * @example sumPeriods([stretch], [{ stretchKey: 'FY2026-Q1', rows: 2, amountMinor: 500 }], []) // [{ periodKey: 'FY2026-Q1', deals: 2, amountMinor: 500 }]
 */
export function sumPeriods(
  stretches: readonly Stretch[],
  sums: readonly { stretchKey: string; rows: number; amountMinor: number }[],
  cuts: readonly OneOffCut[]
): PeriodSum[] {
  const byStretch = new Map(sums.map((sum) => [sum.stretchKey, sum]))
  const found = new Map<string, PeriodSum & { recordedMinor: number; treatments: PointTreatment[] }>()
  for (const stretch of stretches) {
    const sum = byStretch.get(stretch.key)
    if (sum === undefined) continue
    const period = found.get(stretch.periodKey) ?? {
      periodKey: stretch.periodKey,
      deals: 0,
      amountMinor: 0,
      recordedMinor: 0,
      treatments: []
    }
    const own = cuts.filter((cut) => cut.stretchKey === stretch.key)
    const left = own.reduce((rest, cut) => rest - cut.byMinor, sum.amountMinor)
    period.deals += sum.rows
    period.recordedMinor += sum.amountMinor
    period.amountMinor += Math.round(left * stretch.factor)
    for (const cut of own) addCut(period.treatments, cut)
    for (const { changedOn, factorRatio } of stretch.changes)
      if (
        factorRatio !== null &&
        !period.treatments.some((each) => each.kind === 'rescaled' && each.changedOn === changedOn)
      )
        period.treatments.push({ kind: 'rescaled', changedOn, factorRatio })
    found.set(stretch.periodKey, period)
  }
  return [...found.values()].map(({ recordedMinor, treatments, ...period }) =>
    treatments.length === 0 ? period : { ...period, recordedMinor, treatments }
  )
}

function addCut(treatments: PointTreatment[], { treatment, byMinor }: OneOffCut): void {
  const kind = treatment === 'clean' ? 'cleaned' : 'capped'
  const there = treatments.find((each) => each.kind === kind)
  if (there?.kind === 'cleaned' || there?.kind === 'capped') {
    there.deals += 1
    there.byMinor += byMinor
  } else treatments.push({ kind, deals: 1, byMinor })
}
