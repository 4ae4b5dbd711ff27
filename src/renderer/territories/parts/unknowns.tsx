// How many accounts count as nothing in the measure compared by, because what they would count isn't known, and where that is put right.
import { UnstyledButton } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import type { MeasureId, TerritoryOverview } from '#shared/territories/types.ts'
import type { Target } from '../view-state.ts'

interface UnknownsProps {
  readonly overview: TerritoryOverview
  readonly settings: TerritorySettings
  readonly measureId: MeasureId
  readonly onShow: (target: Target) => void
}

export function Unknowns({ overview, settings, measureId, onShow }: UnknownsProps) {
  const { t } = useText()
  const { assigned, unassigned } = overview
  const { customWeights } = settings
  const asksWorkload = measureId === 'workload' || (measureId === 'custom' && customWeights.workload > 0)
  const asksPotential = measureId === 'potential' || (measureId === 'custom' && customWeights.potential > 0)
  const workload = asksWorkload ? assigned.withoutWorkload + unassigned.withoutWorkload : 0
  const potential = asksPotential ? assigned.withoutPotential + unassigned.withoutPotential : 0
  const lines: string[] = []
  if (workload > 0) lines.push(t('territories.unknown.workload', { count: workload }))
  if (asksPotential && settings.potentialField === null) lines.push(t('territories.unknown.noPotentialField'))
  else if (potential > 0) lines.push(t('territories.unknown.potential', { count: potential }))
  if (lines.length === 0) return null
  return (
    <div className="territory-note">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <UnstyledButton className="territory-link" onClick={() => onShow({ tab: 'size' })}>
        {t('territories.unknown.toSize')}
      </UnstyledButton>
    </div>
  )
}
