// What quotas contribute to a scenario: a copy with its own rows, and facts to compare scenarios by.

import { listSellers } from '#engine/people/store.ts'
import type { ScenarioPart } from '#engine/scenario-part.ts'
import type { ForecastId } from '#shared/forecasts/types.ts'
import type { ScenarioFact } from '#shared/plans/types.ts'
import { copyScenarioQuotas, findLatestAllocation, listQuotas } from './store.ts'

export const quotasScenarioPart: ScenarioPart = {
  domain: 'quotas',
  copy: (db, from, to, ids) =>
    copyScenarioQuotas(db, from, to, (source) => {
      if (source.kind === 'typed') return source
      const forecastId = (ids.find('forecasts', source.forecastId) ?? source.forecastId) as ForecastId
      return { ...source, forecastId }
    }),
  facts: (db, scenarioId) => {
    const names = new Map(listSellers(db).map((seller) => [seller.id, seller.name]))
    const years = new Map<number, number>()
    let total = 0
    for (const { sellerId, amountMinor } of listQuotas(db, scenarioId)) {
      years.set(sellerId, (years.get(sellerId) ?? 0) + amountMinor)
      total += amountMinor
    }
    const facts = [...names].flatMap(([sellerId, label]): ScenarioFact[] => {
      const value = years.get(sellerId)
      if (value === undefined) return []
      return [{ domain: 'quotas', kind: 'sellerYear', key: String(sellerId), label, value, unit: 'money' }]
    })
    const last = findLatestAllocation(db, scenarioId)
    if (years.size > 0) {
      facts.unshift({ domain: 'quotas', kind: 'total', key: 'total', label: '', value: total, unit: 'money' })
    }
    if (last !== undefined && years.size > 0) {
      const target = { domain: 'quotas', key: 'target', label: '', unit: 'money' } as const
      facts.unshift({ ...target, kind: 'target', value: last.targetMinor })
    }
    return facts
  }
}
