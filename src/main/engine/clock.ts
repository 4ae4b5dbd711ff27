// The engine's clock: the only place that asks for the time. COMARCA_NOW holds it still, for tests and pictures.

import type { IsoDate } from '#shared/units/date.ts'
import { isoDate } from '#shared/units/date.ts'

export interface Clock {
  /** UTC instant, ISO 8601. */
  now(): string
  /** The calendar date at this computer. */
  today(): IsoDate
}

/** @param fixed an ISO instant at which the clock stands still; a bad one is an error */
export function makeClock(fixed: string | undefined): Clock {
  const moment = (): Date => (fixed === undefined || fixed === '' ? new Date() : new Date(fixed))
  if (Number.isNaN(moment().getTime())) throw new Error(`COMARCA_NOW is not an instant: ${fixed}`)
  return {
    now: () => moment().toISOString(),
    today: () => {
      const local = moment()
      return isoDate(local.getFullYear(), local.getMonth() + 1, local.getDate())
    }
  }
}
