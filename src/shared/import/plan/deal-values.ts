// What a row of a deal table says of its deal: parties are joined already, amounts are in minor units, dates are those of the status.
import type { CustomFields } from '#shared/crm/types.ts'
import type { StageStatus } from '#shared/playbook/types.ts'
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { OpportunityValues, Ref } from './types.ts'
import { dayOf, flagOf, isSameCustom, mergeCustom, numberOf, textOf, type Values } from './values.ts'

/** The parts of a row that need more than its cells. `undefined`: the file has no such column. */
export interface JoinedParts {
  externalId: string | null
  account: Ref | null | undefined
  product: Ref | null | undefined
  seller: Ref | null | undefined
  stage: Ref | undefined
  amountMinor: number | null | undefined
  currency: CurrencyCode
  closeOn: IsoDate | null | undefined
  custom: CustomFields | null
  customHeaders: ReadonlySet<string>
}

/**
 * The amount a row gives its deal: what it was won for where that stands in a column of its own.
 *
 * @missing undefined where the table has no such column
 */
export function amountIn(values: Values, status: StageStatus): number | null | undefined {
  const { amount, expectedAmount, actualAmount } = values
  if (status === 'won' && typeof actualAmount === 'number') return actualAmount
  const said = amount === undefined ? expectedAmount : amount
  return said === undefined ? (actualAmount === undefined ? undefined : null) : numberOf(said)
}

/**
 * The day on which a deal closed, or is to close while it is open.
 *
 * @missing undefined where the table has no such column
 */
export function closeDayIn(values: Values, status: StageStatus): IsoDate | null | undefined {
  const { closeOn, closedOn, wonOn, lostOn } = values
  const ended = status === 'won' ? dayOf(wonOn) : status === 'lost' ? dayOf(lostOn) : null
  if (ended !== null) return ended
  if (status !== 'open') {
    const closed = dayOf(closedOn)
    if (closed !== null) return closed
  }
  if (closeOn !== undefined) return dayOf(closeOn)
  return closedOn === undefined && wonOn === undefined && lostOn === undefined ? undefined : null
}

/** A deal as the row says it, over what is known of it: a column that the file lacks changes nothing. */
export function dealFrom(values: Values, parts: JoinedParts, before: OpportunityValues | null): OpportunityValues {
  return {
    externalId: parts.externalId ?? before?.externalId ?? null,
    name: values.name === undefined ? (before?.name ?? null) : textOf(values.name),
    account: parts.account === undefined ? (before?.account ?? null) : parts.account,
    product: parts.product === undefined ? (before?.product ?? null) : parts.product,
    seller: parts.seller === undefined ? (before?.seller ?? null) : parts.seller,
    stage: parts.stage ?? before?.stage ?? 0,
    amountMinor: parts.amountMinor === undefined ? (before?.amountMinor ?? null) : parts.amountMinor,
    currency: parts.currency,
    createdOn: values.createdOn === undefined ? (before?.createdOn ?? null) : dayOf(values.createdOn),
    closeOn: parts.closeOn === undefined ? (before?.closeOn ?? null) : parts.closeOn,
    leadSource: values.leadSource === undefined ? (before?.leadSource ?? null) : textOf(values.leadSource),
    isNewBusiness: values.isNewBusiness === undefined ? (before?.isNewBusiness ?? null) : flagOf(values.isNewBusiness),
    probabilityRatio:
      values.probability === undefined ? (before?.probabilityRatio ?? null) : numberOf(values.probability),
    forecastCategory:
      values.forecastCategory === undefined ? (before?.forecastCategory ?? null) : textOf(values.forecastCategory),
    lastActivityOn:
      values.lastActivityOn === undefined ? (before?.lastActivityOn ?? null) : dayOf(values.lastActivityOn),
    lossReason: values.lossReason === undefined ? (before?.lossReason ?? null) : textOf(values.lossReason),
    custom: before === null ? parts.custom : mergeCustom(before.custom, parts.custom, parts.customHeaders)
  }
}

/** Whether two states of a deal are the same but for the fields that tell the kinds of change. */
export const isSameBeside = (a: OpportunityValues, b: OpportunityValues): boolean =>
  a.externalId === b.externalId &&
  a.name === b.name &&
  a.account === b.account &&
  a.product === b.product &&
  a.createdOn === b.createdOn &&
  a.leadSource === b.leadSource &&
  a.isNewBusiness === b.isNewBusiness &&
  a.probabilityRatio === b.probabilityRatio &&
  a.forecastCategory === b.forecastCategory &&
  a.lastActivityOn === b.lastActivityOn &&
  a.lossReason === b.lossReason &&
  isSameCustom(a.custom, b.custom)

export const isSameDeal = (a: OpportunityValues, b: OpportunityValues): boolean =>
  a.stage === b.stage &&
  a.seller === b.seller &&
  a.amountMinor === b.amountMinor &&
  a.currency === b.currency &&
  a.closeOn === b.closeOn &&
  isSameBeside(a, b)
