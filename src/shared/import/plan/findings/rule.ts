// The shape of an entry of the findings registry: what a rule is called, how grave it is, and which figures it weakens.
// The words are in the renderer (i18n import.rules.<rule>). The same names serve the preview and the quality of the whole workspace.
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { QualityMeasure, Severity } from '../../types.ts'
import type { OpportunityValues, Ref } from '../types.ts'

export interface FindingRule {
  readonly name: string
  readonly severity: Severity
  /** Figures that its rows weaken; none for what is merely worth knowing. */
  readonly measures: readonly QualityMeasure[]
  /** What its rows are. 'rows' stand in a file and have become nothing. */
  readonly about: 'opportunities' | 'accounts' | 'sellers' | 'products' | 'rows'
}

/** What the rules about one deal need to know beside the deal. */
export interface DealContext {
  today: IsoDate
  /** Open deals without a sign of life since then are stale. */
  staleBefore: IsoDate
  /** The same for deals of which only the day of creation is known. */
  oldBefore: IsoDate
  /** A rate for the deal's day is known; true for the workspace's own currency. */
  hasRate(deal: OpportunityValues, status: StageStatus): boolean
  /** The last day of work of a seller; null while the person works here. */
  leftOn(seller: Ref): IsoDate | null
  currency: CurrencyCode
}

/** A rule that one deal breaks or not, whatever the others are. */
export interface DealRule extends FindingRule {
  /** `lastTouchOn`: the newest activity known of the deal, from the deal itself or from activities. */
  readonly holds: (
    deal: OpportunityValues,
    status: StageStatus,
    context: DealContext,
    lastTouchOn: IsoDate | null
  ) => boolean
}
