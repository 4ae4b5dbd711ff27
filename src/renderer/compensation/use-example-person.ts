// For whom the designer draws its curve: the median of the plan's people, so that tiers in amounts mean something.
import { useMemo } from 'react'
import type { ExamplePerson, PayPlanDetail, PayPreview } from '#shared/compensation/index.ts'
import { median } from '#shared/math/median.ts'

const fallback: ExamplePerson = { targetPayMinor: 4_000_000, quotaMinor: 40_000_000 }

/** @param periodsOfYear how many periods the year has; quotas known for some of them are scaled to the year */
export function useExamplePerson(
  plan: PayPlanDetail | undefined,
  preview: PayPreview | undefined,
  periodsOfYear: number
): ExamplePerson {
  return useMemo(() => {
    const targets = (plan?.members ?? []).flatMap(({ targetPayMinor }) => (targetPayMinor ? [targetPayMinor] : []))
    const quotas = (preview?.rows ?? []).flatMap(({ quotaMinor }) => (quotaMinor ? [quotaMinor] : []))
    const share = (preview?.periodKeys.length ?? periodsOfYear) / periodsOfYear
    const quota = median(quotas)
    return {
      targetPayMinor: roundTo(median(targets) ?? fallback.targetPayMinor, 100_000),
      quotaMinor: roundTo(quota === undefined || share === 0 ? fallback.quotaMinor : quota / share, 1_000_000)
    }
  }, [plan, preview, periodsOfYear])
}

/** A round amount reads better and means the same in an example. */
const roundTo = (minor: number, unit: number): number => Math.max(unit, Math.round(minor / unit) * unit)
