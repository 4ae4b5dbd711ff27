// Quotas by seller and fiscal month, and the allocations they came from. Quarters and years are sums of months.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { AllocationInputs, QuotaAllocationId, QuotaMonth, TargetSource } from '#shared/quotas/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

const measure = 'bookings'

/** An allocation as it was applied: all it was computed from. */
export interface StoredAllocation {
  id: QuotaAllocationId
  madeAt: string
  targetMinor: number
  currency: CurrencyCode
  source: TargetSource
  inputs: AllocationInputs
}

export const quotaSql = {
  ofScenario: `SELECT id, seller_id AS sellerId, period_key AS periodKey, amount_minor AS amountMinor FROM quotas
    WHERE scenario_id = :scenarioId AND measure = '${measure}' ORDER BY seller_id, period_key`,
  ofSeller: `SELECT id, seller_id AS sellerId, period_key AS periodKey, amount_minor AS amountMinor FROM quotas
    WHERE scenario_id = :scenarioId AND measure = '${measure}' AND seller_id = :sellerId ORDER BY period_key`,
  latestAllocation: `SELECT id, made_at AS madeAt, target_minor AS targetMinor, currency, target_source_json AS sourceJson,
    inputs_json AS inputsJson FROM quota_allocations WHERE scenario_id = :scenarioId AND measure = '${measure}'
    ORDER BY id DESC LIMIT 1`
} as const

/** All quotas of a scenario, by seller and month. */
export const listQuotas = (db: Reader, scenarioId: ScenarioId): QuotaMonth[] =>
  db.all<QuotaMonth>(quotaSql.ofScenario, { scenarioId })

export const listQuotasOf = (db: Reader, scenarioId: ScenarioId, sellerId: SellerId): QuotaMonth[] =>
  db.all<QuotaMonth>(quotaSql.ofSeller, { scenarioId, sellerId })

/** Quotas added up, for the steps of Home. */
export const sumQuotas = (db: Reader, scenarioId: ScenarioId): { sumMinor: number; sellers: number } =>
  db.get<{ sumMinor: number; sellers: number }>(
    `SELECT ifnull(sum(amount_minor), 0) AS sumMinor, count(DISTINCT seller_id) AS sellers FROM quotas
     WHERE scenario_id = :scenarioId AND measure = '${measure}'`,
    { scenarioId }
  ) ?? { sumMinor: 0, sellers: 0 }

export interface NewQuota {
  sellerId: SellerId
  periodKey: string
  startsOn: IsoDate
  amountMinor: number
}

const columns = ['scenario_id', 'seller_id', 'measure', 'period_key', 'starts_on', 'amount_minor', 'currency'] as const

/** Makes the scenario's quotas these: rows that stay are changed in place, so that the audit log shows before and after. */
export function replaceQuotas(
  db: Writer,
  scenarioId: ScenarioId,
  quotas: readonly NewQuota[],
  currency: CurrencyCode
): void {
  const keyOf = (quota: Pick<NewQuota, 'sellerId' | 'periodKey'>) => `${quota.sellerId} ${quota.periodKey}`
  const there = new Map(listQuotas(db, scenarioId).map((quota) => [keyOf(quota), quota]))
  const added: NewQuota[] = []
  for (const quota of quotas) {
    const old = there.get(keyOf(quota))
    there.delete(keyOf(quota))
    if (old === undefined) added.push(quota)
    else if (old.amountMinor !== quota.amountMinor) db.update('quotas', old.id, { amount_minor: quota.amountMinor })
  }
  db.insertMany(
    'quotas',
    columns,
    added.map((quota) => [
      scenarioId,
      quota.sellerId,
      measure,
      quota.periodKey,
      quota.startsOn,
      quota.amountMinor,
      currency
    ])
  )
  for (const gone of there.values()) db.remove('quotas', gone.id)
}

/** Sets one month, new or not. */
export function putQuota(db: Writer, scenarioId: ScenarioId, quota: NewQuota, currency: CurrencyCode): void {
  const there = listQuotasOf(db, scenarioId, quota.sellerId).find((each) => each.periodKey === quota.periodKey)
  if (there !== undefined) {
    if (there.amountMinor !== quota.amountMinor) db.update('quotas', there.id, { amount_minor: quota.amountMinor })
    return
  }
  db.insert('quotas', {
    scenario_id: scenarioId,
    seller_id: quota.sellerId,
    measure,
    period_key: quota.periodKey,
    starts_on: quota.startsOn,
    amount_minor: quota.amountMinor,
    currency
  })
}

/** Removes a seller's quotas, or all of the scenario. @returns how many months went */
export const removeQuotas = (db: Writer, scenarioId: ScenarioId, sellerId?: SellerId): number =>
  sellerId === undefined
    ? db.run(`DELETE FROM quotas WHERE scenario_id = :scenarioId AND measure = '${measure}'`, { scenarioId })
    : db.run(
        `DELETE FROM quotas WHERE scenario_id = :scenarioId AND measure = '${measure}' AND seller_id = :sellerId`,
        {
          scenarioId,
          sellerId
        }
      )

export function insertAllocation(
  db: Writer,
  scenarioId: ScenarioId,
  allocation: Omit<StoredAllocation, 'id'>
): QuotaAllocationId {
  return db.insert('quota_allocations', {
    scenario_id: scenarioId,
    made_at: allocation.madeAt,
    method: allocation.inputs.method,
    measure,
    target_minor: allocation.targetMinor,
    currency: allocation.currency,
    target_source_json: JSON.stringify(allocation.source),
    inputs_json: JSON.stringify(allocation.inputs)
  }) as QuotaAllocationId
}

/** The allocation applied last; undefined before the first. */
export function findLatestAllocation(db: Reader, scenarioId: ScenarioId): StoredAllocation | undefined {
  const row = db.get<{
    id: QuotaAllocationId
    madeAt: string
    targetMinor: number
    currency: CurrencyCode
    sourceJson: string
    inputsJson: string
  }>(quotaSql.latestAllocation, { scenarioId })
  if (row === undefined) return undefined
  const { sourceJson, inputsJson, ...rest } = row
  return { ...rest, source: JSON.parse(sourceJson) as TargetSource, inputs: JSON.parse(inputsJson) as AllocationInputs }
}

/** Copies quotas and allocations into another scenario; `mapForecast` gives the copy of a forecast that a target came from. */
export function copyScenarioQuotas(
  db: Writer,
  from: ScenarioId,
  to: ScenarioId,
  mapSource: (source: TargetSource) => TargetSource
): void {
  const rows = db.all<Record<(typeof columns)[number], SqlValue>>(
    'SELECT * FROM quotas WHERE scenario_id = :from ORDER BY id',
    { from }
  )
  db.insertMany(
    'quotas',
    columns,
    rows.map((row) => columns.map((column) => (column === 'scenario_id' ? to : row[column])))
  )
  const allocations = db.all<Record<string, SqlValue>>(
    'SELECT * FROM quota_allocations WHERE scenario_id = :from ORDER BY id',
    { from }
  )
  for (const { id: _, ...row } of allocations) {
    const source = mapSource(JSON.parse(String(row.target_source_json)) as TargetSource)
    db.insert('quota_allocations', { ...row, scenario_id: to, target_source_json: JSON.stringify(source) })
  }
}
