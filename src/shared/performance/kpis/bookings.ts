// Won deals on their close date, by amount.
import { type Kpi, missing, plain } from './kpi.ts'

/** A person of whom the CRM has no deal at all did not book 0: nothing is known. */
export const bookings: Kpi = {
  id: 'bookings',
  unit: 'money',
  compute: (facts) => (facts.dealsEver === 0 ? missing('bookings', 'noDealsEver') : plain('bookings', facts.wonMinor))
}
