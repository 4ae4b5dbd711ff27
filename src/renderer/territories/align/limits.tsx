// Bands on further measures: workload is balanced, say, and potential may not drift by more than a fifth.
import { ActionIcon, Button, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { PercentField } from '#renderer/ui/fields.tsx'
import { territoryMeasures } from '#shared/territories/measures/index.ts'
import type { Goal } from './goal.ts'

interface LimitsProps {
  readonly goal: Goal
  readonly onChange: (change: Partial<Goal>) => void
}

const usualBand = 0.2

export function Limits({ goal, onChange }: LimitsProps) {
  const { t } = useText()
  const free = territoryMeasures.filter(
    ({ id }) => id !== goal.balance && !goal.limits.some((limit) => limit.measure === id)
  )
  const [first] = free
  return (
    <>
      {goal.limits.map((limit, at) => (
        <div key={limit.measure} className="align-limit">
          <Select
            aria-label={t('territories.align.limitOn')}
            allowDeselect={false}
            value={limit.measure}
            data={territoryMeasures
              .filter((each) => each.id === limit.measure || free.includes(each))
              .map(({ id }) => ({ value: id, label: t(`territories.measures.${id}`) }))}
            onChange={(id) => {
              const measure = territoryMeasures.find((each) => each.id === id)?.id
              if (measure) onChange({ limits: goal.limits.with(at, { ...limit, measure }) })
            }}
          />
          <PercentField
            label={t('territories.align.band')}
            isLabelHidden
            value={limit.bandRatio}
            onChange={(bandRatio) => {
              if (bandRatio !== null && bandRatio >= 0 && bandRatio <= 1)
                onChange({ limits: goal.limits.with(at, { ...limit, bandRatio }) })
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('territories.align.removeLimit')}
            onClick={() => onChange({ limits: goal.limits.toSpliced(at, 1) })}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      {first ? (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onChange({ limits: [...goal.limits, { measure: first.id, bandRatio: usualBand }] })}
          >
            {t('territories.align.addLimit')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
