// What the allocation panel is being filled with, and the preview of it: nothing is saved until it is applied.
import { useMemo, useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import type { FailureOf } from '#shared/contract/index.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { AllocationPreview, AllocationRequest, AllocationSetup } from '#shared/quotas/types.ts'

/** The request with what may still be missing. */
export interface DraftRequest extends Omit<AllocationRequest, 'target'> {
  targetKind: 'typed' | 'forecast'
  typedMinor: number | null
}

export interface Draft {
  request: DraftRequest
  change: (part: Partial<DraftRequest>) => void
  /** What would be asked of the engine; undefined while the target is missing. */
  complete: AllocationRequest | undefined
  preview: AllocationPreview | undefined
  error: FailureOf<'quotas.previewAllocation'> | undefined
  isLoading: boolean
}

function firstRequest(setup: AllocationSetup | undefined): DraftRequest {
  const forecast = setup?.forecast?.coversYear === true
  const years = setup?.baseYears ?? []
  const baseYear = (years.find((each) => !each.isPlanYear) ?? years[0])?.fiscalYear
  const last = setup?.last
  if (last != null) {
    const { target, cushionRatio, method, blendWeights, noHistory, phasing } = last
    return {
      targetKind: target.kind === 'forecast' && forecast ? 'forecast' : 'typed',
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
    typedMinor: null,
    cushionRatio: 0,
    method: baseYear === undefined ? 'equal' : 'history',
    blendWeights: { history: 0.7, equal: 0.3, sameGrowth: 0 },
    noHistory: 'average',
    phasing: baseYear === undefined ? 'flat' : 'learnt',
    baseYear: baseYear ?? (setup?.fiscalYear ?? 2000) - 1
  }
}

export function useDraft(
  scenarioId: ScenarioId | undefined,
  setup: AllocationSetup | undefined,
  isOpen: boolean
): Draft {
  const [changes, setChanges] = useState<Partial<DraftRequest>>({})
  const request = useMemo(() => ({ ...firstRequest(setup), ...changes }), [setup, changes])
  const complete = useMemo((): AllocationRequest | undefined => {
    const { targetKind, typedMinor, ...rest } = request
    if (targetKind === 'forecast') {
      const forecastId = setup?.forecast?.forecastId
      return forecastId === undefined ? undefined : { ...rest, target: { kind: 'forecast', forecastId } }
    }
    return typedMinor === null ? undefined : { ...rest, target: { kind: 'typed', amountMinor: typedMinor } }
  }, [request, setup])
  const preview = useQuery(
    'quotas.previewAllocation',
    isOpen && scenarioId !== undefined && complete !== undefined ? { scenarioId, ...complete } : null
  )
  return {
    request,
    change: (part) => setChanges((before) => ({ ...before, ...part })),
    complete,
    preview: complete === undefined || preview.error !== undefined ? undefined : preview.value,
    error: complete === undefined ? undefined : preview.error,
    isLoading: preview.isLoading
  }
}
