// Every measure by which territories are compared. A new one is a line here, its id in types.ts and its words on the screen.
import type { MeasureId } from '../types.ts'
import type { TerritoryMeasure } from './measure.ts'

const byId: Record<MeasureId, TerritoryMeasure> = {
  revenue: { id: 'revenue', unit: 'money', read: (figures) => figures.wonMinor },
  accounts: { id: 'accounts', unit: 'count', read: (figures) => figures.accounts },
  openPipeline: { id: 'openPipeline', unit: 'money', read: (figures) => figures.openMinor },
  workload: { id: 'workload', unit: 'hours', read: (figures) => figures.workloadHours },
  potential: { id: 'potential', unit: 'potential', read: (figures) => figures.potential },
  custom: { id: 'custom', unit: 'share', read: (figures) => figures.customShare }
}

export const territoryMeasures: readonly TerritoryMeasure[] = Object.values(byId)

export function getMeasure(id: MeasureId): TerritoryMeasure {
  return byId[id]
}
