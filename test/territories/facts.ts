// Short ways to write the rows that the rules of territories work on.
import type { AccountId, ProductId } from '#shared/crm/types.ts'
import type { SellerId } from '#shared/people/types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import type { RuleAccount } from '#shared/territories/placement/index.ts'
import type { RuleCondition, RuleId, TerritoryRule } from '#shared/territories/rule-types.ts'
import { type AccountFacts, noFigures } from '#shared/territories/rules.ts'
import type {
  Assignment,
  AssignmentId,
  Coverage,
  CoverageId,
  TerritoryId,
  TerritoryRecord
} from '#shared/territories/types.ts'
import type { IsoDate } from '#shared/units/date.ts'

export const day = (text: string) => text as IsoDate
export const territoryId = (id: number) => id as TerritoryId
export const accountId = (id: number) => id as AccountId
export const sellerId = (id: number) => id as SellerId
export const productId = (id: number) => id as ProductId

export const settings: TerritorySettings = {
  classField: 'segment',
  callNorms: [],
  otherCalls: null,
  potentialField: null,
  customWeights: { workload: 0.5, potential: 0.3, revenue: 0.2 },
  circuity: 1.2,
  speedKmh: 60,
  hoursPerDay: 8,
  daysPerYear: 200,
  bandRatio: 0.15,
  exceptionLimitRatio: 0.15,
  dependenceRatio: 0.5
}

export const ruleAccount = (id: number, facts: Partial<RuleAccount> = {}): RuleAccount => ({
  accountId: accountId(id),
  country: null,
  region: null,
  province: null,
  city: null,
  postalCode: null,
  industry: null,
  segment: null,
  owner: null,
  parent: null,
  employees: null,
  revenue: null,
  productIds: new Set(),
  custom: {},
  ...facts
})

export const rule = (
  id: number,
  territory: number,
  conditions: readonly RuleCondition[],
  position = id
): TerritoryRule => ({
  id: id as RuleId,
  territoryId: territoryId(territory),
  position,
  conditions: [...conditions],
  note: ''
})

export const territory = (id: number, facts: Partial<TerritoryRecord> = {}): TerritoryRecord => ({
  id: territoryId(id),
  parentId: null,
  name: `T${id}`,
  position: id,
  kind: 'main',
  teamId: null,
  teamName: null,
  fromOn: null,
  toOn: null,
  capacityRatio: 1,
  pinnedBase: null,
  ...facts
})

export const assignment = (account: number, territory: number, facts: Partial<Assignment> = {}): Assignment => ({
  id: (account * 1000 + territory) as AssignmentId,
  territoryId: territoryId(territory),
  accountId: accountId(account),
  source: 'rule',
  reason: '',
  evidence: null,
  fromOn: null,
  toOn: null,
  ...facts
})

export const coverage = (id: number, territory: number, facts: Partial<Coverage> = {}): Coverage => ({
  id: id as CoverageId,
  territoryId: territoryId(territory),
  sellerId: sellerId(id),
  sellerName: `Seller ${id}`,
  role: 'seller',
  fromOn: null,
  toOn: null,
  shareRatio: null,
  note: '',
  leftOn: null,
  ...facts
})

export const account = (id: number, facts: Partial<AccountFacts> = {}): AccountFacts => ({
  ...noFigures,
  accounts: 1,
  accountId: accountId(id),
  accountName: `Account ${id}`,
  place: null,
  ...facts
})
