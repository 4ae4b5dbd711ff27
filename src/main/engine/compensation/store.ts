// Pay plans, their members, and the runs that were kept with their lines. Rules are JSON in the plan format.
import type { Reader, SqlValue, Writer } from '#engine/db.ts'
import type {
  PayLine,
  PayPlanId,
  PayPlanMemberId,
  PayPlanRow,
  PayPlanRules,
  PayRunId,
  PayRunRow,
  PayRunSeller,
  TraceStep
} from '#shared/compensation/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

interface PlanRecord {
  id: PayPlanId
  scenarioId: ScenarioId
  name: string
  rulesJson: string
  memberCount: number
}

const PLAN = `SELECT p.id, p.scenario_id AS scenarioId, p.name, p.rules_json AS rulesJson,
  (SELECT count(DISTINCT m.seller_id) FROM pay_plan_members m WHERE m.pay_plan_id = p.id) AS memberCount FROM pay_plans p`

// Rules were checked against the plan format before they were written.
const toPlan = ({ rulesJson, ...plan }: PlanRecord): PayPlanRow => ({
  ...plan,
  rules: JSON.parse(rulesJson) as PayPlanRules
})

/** Plans of a scenario by name. */
export const listPayPlans = (db: Reader, scenarioId: ScenarioId): PayPlanRow[] =>
  db
    .all<PlanRecord>(`${PLAN} WHERE p.scenario_id = :scenarioId ORDER BY p.name COLLATE NOCASE, p.id`, { scenarioId })
    .map(toPlan)

export function findPayPlan(db: Reader, id: PayPlanId): PayPlanRow | undefined {
  const row = db.get<PlanRecord>(`${PLAN} WHERE p.id = :id`, { id })
  return row && toPlan(row)
}

export const findPayPlanByName = (db: Reader, scenarioId: ScenarioId, name: string): PayPlanRow | undefined =>
  listPayPlans(db, scenarioId).find((plan) => plan.name === name)

export const insertPayPlan = (db: Writer, scenarioId: ScenarioId, name: string, rules: PayPlanRules): PayPlanId =>
  db.insert('pay_plans', { scenario_id: scenarioId, name, rules_json: JSON.stringify(rules) }) as PayPlanId

export function updatePayPlan(db: Writer, id: PayPlanId, fields: { name?: string; rules?: PayPlanRules }): void {
  db.update('pay_plans', id, {
    ...(fields.name === undefined ? {} : { name: fields.name }),
    ...(fields.rules === undefined ? {} : { rules_json: JSON.stringify(fields.rules) })
  })
}

export const removePayPlan = (db: Writer, id: PayPlanId): void => db.remove('pay_plans', id)

/** A stretch of days of a seller under a plan; `targetPayMinor` is what was typed, null to take it from the person. */
export interface StoredMember {
  id: PayPlanMemberId
  scenarioId: ScenarioId
  payPlanId: PayPlanId
  sellerId: SellerId
  targetPayMinor: number | null
  fromOn: IsoDate | null
  toOn: IsoDate | null
}

const MEMBER = `SELECT id, scenario_id AS scenarioId, pay_plan_id AS payPlanId, seller_id AS sellerId,
  target_pay_minor AS targetPayMinor, from_on AS fromOn, to_on AS toOn FROM pay_plan_members`

export const listPlanMembers = (db: Reader, payPlanId: PayPlanId): StoredMember[] =>
  db.all<StoredMember>(`${MEMBER} WHERE pay_plan_id = :payPlanId ORDER BY seller_id, from_on, id`, { payPlanId })

export const listScenarioMembers = (db: Reader, scenarioId: ScenarioId): StoredMember[] =>
  db.all<StoredMember>(`${MEMBER} WHERE scenario_id = :scenarioId ORDER BY seller_id, from_on, id`, { scenarioId })

export const findPlanMember = (db: Reader, id: PayPlanMemberId): StoredMember | undefined =>
  db.get<StoredMember>(`${MEMBER} WHERE id = :id`, { id })

export const insertPlanMember = (db: Writer, member: Omit<StoredMember, 'id'>): PayPlanMemberId =>
  db.insert('pay_plan_members', {
    scenario_id: member.scenarioId,
    pay_plan_id: member.payPlanId,
    seller_id: member.sellerId,
    target_pay_minor: member.targetPayMinor,
    from_on: member.fromOn,
    to_on: member.toOn
  }) as PayPlanMemberId

export function updatePlanMember(
  db: Writer,
  id: PayPlanMemberId,
  member: Pick<StoredMember, 'targetPayMinor' | 'fromOn' | 'toOn'>
): void {
  db.update('pay_plan_members', id, {
    target_pay_minor: member.targetPayMinor,
    from_on: member.fromOn,
    to_on: member.toOn
  })
}

export const setMembersTargetPay = (db: Writer, payPlanId: PayPlanId, targetPayMinor: number | null): number =>
  db.run('UPDATE pay_plan_members SET target_pay_minor = :targetPayMinor WHERE pay_plan_id = :payPlanId', {
    targetPayMinor,
    payPlanId
  })

export const removePlanMember = (db: Writer, id: PayPlanMemberId): void => db.remove('pay_plan_members', id)

interface RunRecord extends Omit<StoredRun, 'totalMinor' | 'periodKeys'> {
  totalMinor: number | null
  periodKeysJson: string
}

/** A run as it is in the file; which of its periods is the last one depends on the calendar. */
export interface StoredRun extends Omit<PayRunRow, 'throughPeriodKey'> {
  periodKeys: string[]
}

const RUN = `SELECT r.id, r.scenario_id AS scenarioId, r.made_at AS madeAt, r.engine_version AS engineVersion,
  r.inputs_sha256 AS inputsSha256, r.currency, count(l.id) AS lineCount, count(DISTINCT l.seller_id) AS sellerCount,
  count(l.id) - count(l.amount_minor) AS missingCount, sum(l.amount_minor) AS totalMinor,
  json_group_array(DISTINCT l.period_key) AS periodKeysJson FROM pay_runs r JOIN pay_lines l ON l.pay_run_id = r.id`

const toRun = ({ periodKeysJson, ...row }: RunRecord): StoredRun => ({
  ...row,
  totalMinor: row.totalMinor ?? 0,
  periodKeys: JSON.parse(periodKeysJson) as string[]
})

/** Runs of a scenario, newest first. */
export const listPayRuns = (db: Reader, scenarioId: ScenarioId): StoredRun[] =>
  db
    .all<RunRecord>(`${RUN} WHERE r.scenario_id = :scenarioId GROUP BY r.id ORDER BY r.id DESC`, { scenarioId })
    .map(toRun)

export function findPayRun(db: Reader, id: PayRunId): StoredRun | undefined {
  const row = db.get<RunRecord>(`${RUN} WHERE r.id = :id GROUP BY r.id`, { id })
  return row && toRun(row)
}

/** The people of a run with their sums. */
export const listPayRunSellers = (db: Reader, payRunId: PayRunId): Omit<PayRunSeller, 'sellerName'>[] =>
  db.all<Omit<PayRunSeller, 'sellerName'>>(
    `SELECT seller_id AS sellerId, sum(amount_minor) AS totalMinor, count(*) - count(amount_minor) AS missingCount
     FROM pay_lines WHERE pay_run_id = :payRunId GROUP BY seller_id`,
    { payRunId }
  )

export const insertPayRun = (
  db: Writer,
  run: { scenarioId: ScenarioId; madeAt: string; engineVersion: string; inputsSha256: string; currency: CurrencyCode }
): PayRunId =>
  db.insert('pay_runs', {
    scenario_id: run.scenarioId,
    made_at: run.madeAt,
    engine_version: run.engineVersion,
    inputs_sha256: run.inputsSha256,
    currency: run.currency
  }) as PayRunId

const lineColumns = ['pay_run_id', 'pay_plan_id', 'seller_id', 'component', 'period_key', 'amount_minor', 'trace_json']

export const insertPayLines = (
  db: Writer,
  payRunId: PayRunId,
  lines: readonly (PayLine & { payPlanId: PayPlanId })[]
): void => {
  const rows = lines.map((line): SqlValue[] => [
    payRunId,
    line.payPlanId,
    line.sellerId,
    line.componentId,
    line.periodKey,
    line.amountMinor,
    JSON.stringify(withoutColleaguesDeals(line.trace))
  ])
  db.insertMany('pay_lines', lineColumns, rows)
}

/** A team's sum stands in the trace of each of its people; the deals behind it are kept once, with the person who won them. */
function withoutColleaguesDeals(step: TraceStep): TraceStep {
  const { deals, ...rest } = step
  const steps = step.steps.map(withoutColleaguesDeals)
  const isColleague = step.what === 'teamMember' || step.what === 'teamMemberWithoutQuota'
  return deals === undefined || isColleague ? { ...rest, steps } : { ...rest, steps, deals }
}

interface LineRecord {
  payPlanId: PayPlanId | null
  sellerId: SellerId
  componentId: string
  periodKey: string
  amountMinor: number | null
  traceJson: string
}

export interface StoredLine extends PayLine {
  payPlanId: PayPlanId | null
}

/** A seller's lines of a run, in the order in which they were computed. */
export const listPayLines = (db: Reader, payRunId: PayRunId, sellerId: SellerId): StoredLine[] =>
  db
    .all<LineRecord>(
      `SELECT pay_plan_id AS payPlanId, seller_id AS sellerId, component AS componentId, period_key AS periodKey,
       amount_minor AS amountMinor, trace_json AS traceJson FROM pay_lines
       WHERE pay_run_id = :payRunId AND seller_id = :sellerId ORDER BY id`,
      { payRunId, sellerId }
    )
    .map(({ traceJson, ...line }) => ({ ...line, trace: JSON.parse(traceJson) as TraceStep }))
