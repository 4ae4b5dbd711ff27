// Every live field there is. A new one is a file (or one more export of its subject's file) and a line here.
import type { HandbookKind } from '../types.ts'
import { calendarTable } from './calendar.ts'
import {
  companyName,
  dataAsOf,
  planCurrency,
  planPeriod,
  planScenario,
  planYear,
  versionDate,
  versionStatus
} from './company.ts'
import { contents } from './contents.ts'
import { definitions } from './definitions.ts'
import type { HandbookField } from './field.ts'
import {
  letterBasePay,
  letterLeader,
  letterName,
  letterPlan,
  letterRole,
  letterTargetPay,
  letterTeam,
  letterTerritory
} from './letter.ts'
import { letterAddress, letterComponents, letterExamples, letterFacts, letterQuotas } from './letter-blocks.ts'
import { payCurves, payExamples, payMembers, payPayoutTables, paySentences } from './pay.ts'
import { payPlans } from './pay-plans.ts'
import { payCrediting, payProration, payTiming } from './pay-rules.ts'
import { peopleCount, peopleTeams } from './people.ts'
import { quotasCheck, quotasCount, quotasMethod, quotasTable, quotasTarget, quotasTotal } from './quotas.ts'
import { resultsBestSellers, resultsBookings, resultsByQuarter, resultsDeals, resultsYear } from './results.ts'
import { acknowledgement, cover } from './sheets.ts'
import { territoriesAccounts, territoriesCount, territoriesTable } from './territories.ts'

export const fields: readonly HandbookField[] = [
  companyName,
  planYear,
  planPeriod,
  planCurrency,
  planScenario,
  versionDate,
  versionStatus,
  dataAsOf,
  peopleCount,
  peopleTeams,
  resultsYear,
  resultsDeals,
  resultsBookings,
  resultsByQuarter,
  resultsBestSellers,
  territoriesCount,
  territoriesAccounts,
  territoriesTable,
  quotasTotal,
  quotasTarget,
  quotasCount,
  quotasMethod,
  quotasCheck,
  quotasTable,
  calendarTable,
  payPlans,
  payMembers,
  paySentences,
  payPayoutTables,
  payCurves,
  payExamples,
  payCrediting,
  payTiming,
  payProration,
  definitions,
  cover,
  contents,
  acknowledgement,
  letterName,
  letterRole,
  letterTeam,
  letterLeader,
  letterTerritory,
  letterPlan,
  letterTargetPay,
  letterBasePay,
  letterAddress,
  letterFacts,
  letterQuotas,
  letterComponents,
  letterExamples
]

const byName = new Map(fields.map((field) => [field.name, field]))

/** The field of a name; undefined for a name that is not in the list. */
export const findField = (name: string): HandbookField | undefined => byName.get(name)

/** The fields that may stand within a paragraph of such a document. */
export const listInlineFields = (kind: HandbookKind): HandbookField[] =>
  fields.filter((field) => field.form === 'inline' && field.kinds.includes(kind))
