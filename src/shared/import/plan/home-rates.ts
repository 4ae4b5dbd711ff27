// Amounts of other currencies in the workspace's own, at the rates that are known and those that the files bring.
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { convertMinor } from '#shared/units/exchange.ts'
import type { OpportunityValues, RateValues } from './types.ts'

type Priced = Pick<OpportunityValues, 'amountMinor' | 'currency' | 'closeOn'>

interface DatedRate {
  validOn: IsoDate
  rate: string
  isInverse: boolean
}

/**
 * The rates into one currency. As in the sums of the workspace: the newest rate on or before the deal's day, directly or by its
 * inverse, never over a third currency; for open deals without a day or with one to come, the newest there is.
 */
export class HomeRates {
  readonly #home: CurrencyCode
  readonly #rates = new Map<CurrencyCode, DatedRate[]>()

  constructor(home: CurrencyCode, rates: Iterable<RateValues>) {
    this.#home = home
    for (const { from, to, validOn, rate } of rates) {
      if (from === to || (from !== home && to !== home)) continue
      const other = from === home ? to : from
      const own = this.#rates.get(other) ?? []
      own.push({ validOn, rate, isInverse: from === home })
      this.#rates.set(other, own)
    }
    // Of the same day the direct one stands last, and is taken.
    for (const own of this.#rates.values())
      own.sort((a, b) =>
        a.validOn === b.validOn ? Number(b.isInverse) - Number(a.isInverse) : a.validOn < b.validOn ? -1 : 1
      )
  }

  #rateOf(currency: CurrencyCode, day: IsoDate | null, status: StageStatus): DatedRate | undefined {
    const own = this.#rates.get(currency)
    if (own === undefined) return undefined
    if (day === null) return status === 'open' ? own.at(-1) : undefined
    return own.findLast((each) => each.validOn <= day)
  }

  /** Whether the deal can be counted in the workspace's currency. */
  hasRate(deal: Priced, status: StageStatus): boolean {
    return deal.currency === this.#home || this.#rateOf(deal.currency, deal.closeOn, status) !== undefined
  }

  /** The amount in the workspace's currency; null where it or its rate is unknown. */
  homeMinor(deal: Priced, status: StageStatus): number | null {
    if (deal.amountMinor === null || deal.currency === this.#home) return deal.amountMinor
    const rate = this.#rateOf(deal.currency, deal.closeOn, status)
    if (rate === undefined) return null
    return convertMinor(deal.amountMinor, deal.currency, this.#home, rate.rate, rate.isInverse) ?? null
  }
}
