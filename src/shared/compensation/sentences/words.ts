// What each language must be able to say about a plan. One function per rule; a language is one file that has them all.
import type {
  CommissionComponent,
  ComponentScope,
  CurveCap,
  MeasureName,
  PayComponent,
  PayGrain,
  PeriodRule,
  ProrationRule,
  SlopesCurve,
  TeamScope
} from '../types.ts'
import type { WordsFormat } from './format.ts'

/** A tier with its edges put into words already ("10,000 €" or "100 % of quota"). */
export interface TierWords {
  readonly from: string | null
  readonly to: string | null
  readonly rate: string
}

export interface SentenceWords {
  readonly componentName: (component: PayComponent) => string
  readonly planCapName: string
  readonly targetPay: (share: ProrationRule['periodShare'], grain: PayGrain) => string
  readonly mode: (mode: PeriodRule['mode'], grain: PayGrain) => string
  readonly negative: (negative: PeriodRule['negative'], grain: PayGrain) => string
  readonly targetBonus: (name: string, weight: string, measure: MeasureName, scope: ComponentScope) => string
  readonly threshold: (threshold: SlopesCurve['threshold'], at: string) => string
  readonly noAccelerator: string
  readonly accelerator: (application: SlopesCurve['application'], above: string, factor: string) => string
  readonly curveCap: (on: CurveCap['on'] | null, at: string) => string
  readonly points: (pairs: readonly { attainment: string; payout: string }[], format: WordsFormat) => string
  readonly abovePoints: (above: 'continue' | 'flat', attainment: string, payout: string) => string
  readonly commission: (name: string, measure: MeasureName, tiers: readonly TierWords[], format: WordsFormat) => string
  readonly baseRate: (weight: string) => string
  readonly ofQuota: (share: string) => string
  readonly timesBase: (factor: string) => string
  readonly application: (component: Pick<CommissionComponent, 'application' | 'edge'>) => string
  readonly input: (input: CommissionComponent['input'], grain: PayGrain) => string
  readonly commissionCap: (amount: string | null, grain: PayGrain) => string
  readonly teamBonus: (
    name: string,
    amount: string,
    reach: string,
    scope: TeamScope,
    measure: MeasureName,
    grain: PayGrain
  ) => string
  readonly teamMeaning: (grain: PayGrain) => string
  readonly planCap: (times: string | null, grain: PayGrain) => string
  readonly prorateTarget: (rule: ProrationRule, grain: PayGrain) => string
  readonly prorateQuota: (rule: ProrationRule['quota'], grain: PayGrain) => string
  readonly crediting: (measures: readonly MeasureName[]) => string
  readonly missing: string
  readonly rounding: string
}
