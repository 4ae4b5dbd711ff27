// The form in which a better plan is asked for: what to keep low, what to balance, limits, and what must stay.
import { Checkbox, NumberInput, SegmentedControl, Select } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { FieldRow, PercentField } from '#renderer/ui/fields.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { territoryMeasures } from '#shared/territories/measures/index.ts'
import type { TerritoryRow } from '#shared/territories/types.ts'
import { ForbiddenPairs } from './forbidden-pairs.tsx'
import { aims, type Goal, lockReasons, moveMeasures, regionLayers } from './goal.ts'
import { Limits } from './limits.tsx'
import { LockedAccounts } from './locked-accounts.tsx'

interface GoalFormProps {
  readonly goal: Goal
  readonly onChange: (change: Partial<Goal>) => void
  readonly territories: readonly TerritoryRow[]
  readonly hasPlaces: boolean
  readonly isDisabled: boolean
}

const weightNames = ['visitKm', 'km', 'imbalance', 'disruption'] as const

export function GoalForm({ goal, onChange, territories, hasPlaces, isDisabled }: GoalFormProps) {
  const { t } = useText()
  return (
    <fieldset className="align-form" disabled={isDisabled}>
      <legend className="only-read">{t('territories.align.goal')}</legend>
      <Section title={t('territories.align.keepLow')}>
        <Select
          aria-label={t('territories.align.keepLow')}
          allowDeselect={false}
          value={goal.aim}
          description={t(`territories.align.aims.${goal.aim}.how`)}
          inputWrapperOrder={['input', 'description']}
          data={aims.map((aim) => ({
            value: aim,
            label: t(`territories.align.aims.${aim}.name`),
            disabled: !hasPlaces && (aim === 'travel' || aim === 'km')
          }))}
          onChange={(value) => onChange({ aim: aims.find((aim) => aim === value) ?? 'travel' })}
        />
        {hasPlaces ? null : <p className="muted small">{t('territories.align.noPlaces')}</p>}
        {goal.aim === 'own' ? (
          <FieldRow>
            {weightNames.map((name) => (
              <NumberInput
                key={name}
                label={t(`territories.align.weights.${name}`)}
                value={goal.weights[name]}
                min={0}
                decimalScale={4}
                hideControls
                onChange={(value) =>
                  onChange({ weights: { ...goal.weights, [name]: typeof value === 'number' ? value : 0 } })
                }
              />
            ))}
          </FieldRow>
        ) : null}
      </Section>
      <Section title={t('territories.align.balance')}>
        <FieldRow>
          <Select
            label={t('territories.align.balanceOf')}
            allowDeselect={false}
            value={goal.balance}
            data={territoryMeasures.map(({ id }) => ({ value: id, label: t(`territories.measures.${id}`) }))}
            onChange={(id) => onChange({ balance: territoryMeasures.find((each) => each.id === id)?.id ?? 'workload' })}
          />
          <PercentField
            label={t('territories.align.band')}
            value={goal.bandRatio}
            onChange={(bandRatio) => {
              if (bandRatio === null || (bandRatio >= 0 && bandRatio <= 1)) onChange({ bandRatio })
            }}
          />
        </FieldRow>
        <p className="muted small">{t('territories.align.bandHelp')}</p>
        <Limits goal={goal} onChange={onChange} />
      </Section>
      <Section title={t('territories.align.moves')}>
        <div className="align-three">
          {moveMeasures.map((by) => (
            <PercentField
              key={by}
              label={t(`territories.align.moveLimits.${by}`)}
              value={goal.moveLimits[by]}
              onChange={(ratio) => {
                if (ratio === null || (ratio >= 0 && ratio <= 1))
                  onChange({ moveLimits: { ...goal.moveLimits, [by]: ratio } })
              }}
            />
          ))}
        </div>
        <p className="muted small">{t('territories.align.movesHelp')}</p>
      </Section>
      <Section title={t('territories.align.stays')}>
        {lockReasons.map((reason) => (
          <Checkbox
            key={reason}
            label={t(`territories.align.locks.${reason}`)}
            checked={goal.locks.has(reason)}
            onChange={(event) => {
              const locks = new Set(goal.locks)
              if (event.currentTarget.checked) locks.add(reason)
              else locks.delete(reason)
              onChange({ locks })
            }}
          />
        ))}
        <Checkbox
          label={t('territories.align.withUnassigned')}
          checked={goal.withUnassigned}
          onChange={(event) => onChange({ withUnassigned: event.currentTarget.checked })}
        />
        <LockedAccounts goal={goal} onChange={onChange} />
        <ForbiddenPairs goal={goal} onChange={onChange} territories={territories} />
      </Section>
      <Section title={t('territories.align.asAWhole')}>
        <Select
          aria-label={t('territories.align.asAWhole')}
          value={goal.regions ?? ''}
          allowDeselect={false}
          description={t('territories.align.regionsHelp')}
          inputWrapperOrder={['input', 'description']}
          data={[
            { value: '', label: t('territories.align.oneByOne') },
            ...regionLayers.map((layer) => ({ value: layer, label: t(`territories.align.regions.${layer}`) }))
          ]}
          onChange={(value) => onChange({ regions: regionLayers.find((layer) => layer === value) ?? null })}
        />
        <SegmentedControl
          aria-label={t('territories.align.seed')}
          value={String(goal.seed)}
          data={[1, 2, 3, 4, 5].map((seed) => ({
            value: String(seed),
            label: t('territories.align.seedLabel', { seed })
          }))}
          onChange={(seed) => onChange({ seed: Number(seed) })}
        />
        <p className="muted small">{t('territories.align.seedHelp')}</p>
      </Section>
    </fieldset>
  )
}
