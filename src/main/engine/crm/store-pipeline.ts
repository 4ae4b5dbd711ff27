// What the pipeline forecast reads of deals: all of them with what is known of their course, the stages they came through, and the values that
// earlier imports gave.
import type { Reader } from '#engine/db.ts'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { StageId, StageStatus } from '#shared/playbook/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { AMOUNT, IS_COUNTED } from './store-home.ts'

export interface DealCourseRow {
  readonly id: OpportunityId
  readonly label: string
  readonly accountName: string | null
  readonly sellerId: SellerId | null
  readonly segment: string | null
  readonly stageId: StageId
  readonly status: StageStatus
  /** In the currency asked for; null where nobody has said it. */
  readonly amountMinor: number | null
  readonly createdOn: IsoDate | null
  readonly closeOn: IsoDate | null
  readonly isNewBusiness: 0 | 1 | null
  /** As the CRM says it, in its own words. */
  readonly forecastCategory: string | null
  /** As the CRM says it, where that isn't after the day asked for. */
  readonly lastActivityOn: IsoDate | null
}

export const dealCoursesSql = `SELECT o.id, coalesce(o.name, o.external_id, '#' || o.id) AS label, a.name AS accountName,
    o.seller_id AS sellerId, a.segment, o.stage_id AS stageId, s.status, ${AMOUNT} AS amountMinor,
    o.created_on AS createdOn, o.close_on AS closeOn, o.is_new_business AS isNewBusiness,
    o.forecast_category AS forecastCategory,
    iif(o.last_activity_on <= :asOf, o.last_activity_on, NULL) AS lastActivityOn
  FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id LEFT JOIN accounts a ON a.id = o.account_id
  WHERE ${IS_COUNTED} AND (o.created_on IS NULL OR o.created_on <= :asOf)`

/** All deals of one currency, or with a rate into it, that were made by a day; by id. */
export const listDealCourses = (db: Reader, currency: CurrencyCode, asOf: IsoDate): DealCourseRow[] =>
  db
    .all<DealCourseRow>(dealCoursesSql, { currency, asOf })
    // Sorting here keeps the statement on its index.
    .sort((one, other) => one.id - other.id)

/** What `listDealCourses` leaves out: open deals without a rate into the currency, and deals made after the day. */
export const countDealsLeftOut = (
  db: Reader,
  currency: CurrencyCode,
  asOf: IsoDate
): { otherCurrency: number; madeLater: number } => ({
  otherCurrency:
    db.get<{ deals: number }>(
      `SELECT count(*) AS deals FROM stages s CROSS JOIN opportunities o ON o.stage_id = s.id
      WHERE s.status = 'open' AND NOT (o.currency = :currency OR ifnull(o.home_currency, '') = :currency)`,
      { currency }
    )?.deals ?? 0,
  madeLater:
    db.get<{ deals: number }>('SELECT count(*) AS deals FROM opportunities WHERE created_on > :asOf', { asOf })
      ?.deals ?? 0
})

export interface EnteredStage {
  readonly dealId: OpportunityId
  readonly stageId: StageId
  readonly enteredOn: IsoDate
}

/** The stages that exports say deals went into, deal by deal in the order of their days, up to a day. */
export const listEnteredStages = (db: Reader, asOf: IsoDate): EnteredStage[] =>
  db.all<EnteredStage>(
    `SELECT c.opportunity_id AS dealId, c.stage_id AS stageId, c.entered_on AS enteredOn
    FROM stage_changes c JOIN stages s ON s.id = c.stage_id WHERE c.entered_on <= :asOf
    ORDER BY c.opportunity_id, c.entered_on, s.position, c.id`,
    { asOf }
  )

export interface DealVersion {
  readonly dealId: OpportunityId
  readonly stageId: StageId | null
  readonly closeOn: IsoDate | null
  /** The day of the data that brought other values. */
  readonly untilOn: IsoDate
}

/** What deals said before an import changed them, deal by deal, the oldest first. */
export const listDealVersions = (db: Reader): DealVersion[] =>
  db.all<DealVersion>(
    `SELECT v.opportunity_id AS dealId, v.stage_id AS stageId, v.close_on AS closeOn,
      coalesce(i.data_as_of_on, substr(i.imported_at, 1, 10)) AS untilOn
    FROM opportunity_versions v JOIN imports i ON i.id = v.until_import_id
    ORDER BY v.opportunity_id, v.until_import_id, v.id`
  )

/** The days of the activities at each deal up to a day, as lists of deal and day, deal by deal in order. */
export const listActivityDays = (db: Reader, asOf: IsoDate): (readonly [OpportunityId, IsoDate])[] =>
  db.tuples(
    `SELECT DISTINCT opportunity_id, happened_on FROM activities
    WHERE opportunity_id IS NOT NULL AND happened_on <= :asOf ORDER BY opportunity_id, happened_on`,
    { asOf }
  ) as unknown as [OpportunityId, IsoDate][]

/** The days that the data of imports speak of, the earliest first. */
export const listImportDays = (db: Reader): IsoDate[] =>
  db
    .all<{ day: IsoDate }>(
      `SELECT DISTINCT coalesce(data_as_of_on, substr(imported_at, 1, 10)) AS day FROM imports
      WHERE undone_at IS NULL ORDER BY day`
    )
    .map((row) => row.day)
