// What the allocation panel is being filled with, and the preview of it: nothing is saved until it is applied.
import { useMemo, useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import type { FailureOf } from '#shared/contract/index.ts'
import type { ForecastId } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type {
  AllocationPreview,
  AllocationRequest,
  AllocationSetup,
  ForecastRank,
  ForecastTarget
} from '#shared/quotas/types.ts'

/** The request with what may still be missing. */
export interface DraftRequest extends Omit<AllocationRequest, 'target'> {
  targetKind: 'typed' | 'forecast'
  /** Null: the newest that covers the year. */
  forecastId: ForecastId | null
  rank: ForecastRank
  typedMinor: number | null
}

export interface Draft {
  request: DraftRequest
  /** The forecast that the target is taken from; undefined where none covers the year. */
  forecast: ForecastTarget | undefined
  change: (part: Partial<DraftRequest>) => void
  /** What would be asked of the engine; undefined while the target is missing. */
  complete: AllocationRequest | undefined
  preview: AllocationPreview | undefined
  error: FailureOf<'quotas.previewAllocation'> | undefined
  isLoading: boolean
}

function firstRequest(setup: AllocationSetup | undefined): DraftRequest {
  const forecast = setup?.forecasts.some((each) => each.coversYear) === true
  const none = { forecastId: null, rank: 'middle' } as const
  const years = setup?.baseYears ?? []
  const baseYear = (years.find((each) => !each.isPlanYear) ?? years[0])?.fiscalYear
  const last = setup?.last
  if (last != null) {
    const { target, cushionRatio, method, blendWeights, noHistory, phasing } = last
    return {
      targetKind: target.kind === 'forecast' && forecast ? 'forecast' : 'typed',
      ...(target.kind === 'forecast' ? { forecastId: target.forecastId, rank: target.rank } : none),
      typedMinor: target.kind === 'typed' ? target.amountMinor : last.targetMinor,
      cushionRatio,
      method,
      blendWeights,
      noHistory,
      phasing,
      baseYear: last.baseYear
    }
  }
  return {
    targetKind: forecast ? 'forecast' : 'typed',
    ...none,
    typedMinor: null,
    cushionRatio: 0,
    method: baseYear === undefined ? 'equal' : 'history',
    blendWeights: { history: 0.7, equal: 0.3, sameGrowth: 0 },
    noHistory: 'average',
    phasing: baseYear === undefined ? 'flat' : 'learnt',
    baseYear: baseYear ?? (setup?.fiscalYear ?? 2000) - 1
  }
}

/** The one chosen, or the newest that covers the year; where none does, the newest that says anything about it. */
function findForecast(setup: AllocationSetup | undefined, chosen: ForecastId | null): ForecastTarget | undefined {
  const forecasts = setup?.forecasts ?? []
  return (
    forecasts.find((each) => each.forecastId === chosen) ?? forecasts.find((each) => each.coversYear) ?? forecasts[0]
  )
}

export function useDraft(
  scenarioId: ScenarioId | undefined,
  setup: AllocationSetup | undefined,
  isOpen: boolean
): Draft {
  const [changes, setChanges] = useState<Partial<DraftRequest>>({})
  const request = useMemo(() => ({ ...firstRequest(setup), ...changes }), [setup, changes])
  const forecast = findForecast(setup, request.forecastId)
  const complete = useMemo((): AllocationRequest | undefined => {
    const { targetKind, typedMinor, forecastId: _, rank, ...rest } = request
    if (targetKind === 'forecast') {
      if (forecast === undefined) return undefined
      const hasRank = rank === 'middle' || (rank === 'low' ? forecast.lowMinor : forecast.highMinor) !== null
      const target = { kind: 'forecast', forecastId: forecast.forecastId, rank: hasRank ? rank : 'middle' } as const
      return { ...rest, target }
    }
    return typedMinor === null ? undefined : { ...rest, target: { kind: 'typed', amountMinor: typedMinor } }
  }, [request, forecast])
  const preview = useQuery(
    'quotas.previewAllocation',
    isOpen && scenarioId !== undefined && complete !== undefined ? { scenarioId, ...complete } : null
  )
  return {
    request,
    forecast,
    change: (part) => setChanges((before) => ({ ...before, ...part })),
    complete,
    preview: complete === undefined || preview.error !== undefined ? undefined : preview.value,
    error: complete === undefined ? undefined : preview.error,
    isLoading: preview.isLoading
  }
}
