// The forms of exponential smoothing: how error, trend and season come together.

export interface EtsForm {
  /** Errors of a fixed size (A), or in proportion to the level (M). */
  readonly error: 'A' | 'M'
  readonly trend: 'N' | 'A' | 'Ad'
  readonly season: 'N' | 'A' | 'M'
}

/**
 * Every form that has a finite variance and is offered, the simplest first. A trend that multiplies is left out, as usual; an error that adds
 * with a season that multiplies is left out because its variance is not finite.
 */
export const etsForms: readonly EtsForm[] = (['N', 'A', 'M'] as const).flatMap((season) =>
  (['N', 'A', 'Ad'] as const).flatMap((trend) =>
    (['A', 'M'] as const).flatMap((error) => (error === 'A' && season === 'M' ? [] : { error, trend, season }))
  )
)

/** "ETS(M,Ad,A)". */
export function nameForm({ error, trend, season }: EtsForm): string {
  return `ETS(${error},${trend},${season})`
}

/** Smoothing parameters and initial states that are estimated; the variance is not counted. */
export function countParameters({ trend, season }: EtsForm, seasonLength: number): number {
  const ofTrend = trend === 'N' ? 0 : trend === 'A' ? 2 : 3
  return 2 + ofTrend + (season === 'N' ? 0 : seasonLength)
}
