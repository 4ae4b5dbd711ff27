// What a scenario assumes about time, travel and worth: hours and days, circuity and speed, the field that says potential, the custom index.
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { FieldRow, PercentField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import type { NumberField } from '#shared/territories/rule-types.ts'
import { NumberCommit } from '../parts/commit-field.tsx'
import { useSaveSettings } from '../parts/save-settings.ts'

interface AssumptionsProps {
  readonly scenarioId: ScenarioId
  readonly settings: TerritorySettings
  readonly isLocked: boolean
}

/** Road km per straight km as published (Ballou, Rahardja and Sakai 2002). */
const published = [
  { country: 'ES', circuity: 1.58 },
  { country: 'US', circuity: 1.2 },
  { country: 'MX', circuity: 1.46 },
  { country: 'IN', circuity: 1.31 }
] as const

const potentialFields: readonly NumberField[] = ['revenue', 'employees']

export function Assumptions({ scenarioId, settings, isLocked }: AssumptionsProps) {
  const { t, language } = useText()
  const format = useFormat()
  const save = useSaveSettings(scenarioId, settings)
  const own = useQuery('territories.listOwnFields', {}).value ?? []
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  const fields: { value: NumberField; label: string }[] = [
    ...potentialFields.map((field) => ({
      value: field,
      label: t(`territories.fields.${field === 'revenue' ? 'revenue' : 'employees'}`)
    })),
    ...own
      .filter((each) => each.isNumeric)
      .map((each) => ({
        value: `custom:${each.name}` as const,
        label: `${each.name} (${format.number(each.accounts)})`
      }))
  ]
  return (
    <div className="territory-pane">
      <Section title={t('territories.size.time')}>
        <FieldRow>
          <NumberCommit
            label={t('territories.size.hoursPerDay')}
            value={settings.hoursPerDay}
            min={0.1}
            max={24}
            isDisabled={isLocked}
            onCommit={(hoursPerDay) => save({ hoursPerDay })}
          />
          <NumberCommit
            label={t('territories.size.daysPerYear')}
            value={settings.daysPerYear}
            min={1}
            max={366}
            isDisabled={isLocked}
            onCommit={(daysPerYear) => save({ daysPerYear })}
          />
        </FieldRow>
        <p className="muted small">
          {t('territories.size.sellingHoursAre', {
            hours: format.number(settings.hoursPerDay * settings.daysPerYear)
          })}
        </p>
      </Section>
      <Section title={t('territories.size.travel')} subtitle={t('territories.size.estimate')}>
        <FieldRow>
          <NumberCommit
            label={t('territories.size.circuity')}
            value={settings.circuity}
            min={1}
            max={5}
            isDisabled={isLocked}
            onCommit={(circuity) => save({ circuity })}
          />
          <NumberCommit
            label={t('territories.size.speed')}
            suffix="km/h"
            value={settings.speedKmh}
            min={1}
            max={300}
            isDisabled={isLocked}
            onCommit={(speedKmh) => save({ speedKmh })}
          />
        </FieldRow>
        <p className="muted small">{t('territories.size.circuityHelp')}</p>
        <div className="size-hints">
          {published.map(({ country, circuity }) => (
            <Button
              key={country}
              variant="default"
              size="compact-xs"
              disabled={isLocked || settings.circuity === circuity}
              onClick={() => save({ circuity })}
            >
              {countries.of(country)} {format.number(circuity, 2)}
            </Button>
          ))}
        </div>
      </Section>
      <Section title={t('territories.size.worth')}>
        <Select
          label={t('territories.size.potentialField')}
          description={t('territories.size.potentialHelp')}
          allowDeselect={false}
          searchable
          disabled={isLocked}
          value={settings.potentialField ?? ''}
          data={[{ value: '', label: t('territories.size.potentialNone') }, ...fields]}
          onChange={(field) => {
            const potentialField = fields.find((each) => each.value === field)?.value ?? null
            if (potentialField !== settings.potentialField) save({ potentialField })
          }}
        />
        <Weights
          key={Object.values(settings.customWeights).join()}
          weights={settings.customWeights}
          isLocked={isLocked}
          onSave={(customWeights) => save({ customWeights })}
        />
      </Section>
    </div>
  )
}

type WeightsOf = TerritorySettings['customWeights']

interface WeightsProps {
  readonly weights: WeightsOf
  readonly isLocked: boolean
  readonly onSave: (weights: WeightsOf) => void
}

const weightNames = ['workload', 'potential', 'revenue'] as const

function Weights({ weights, isLocked, onSave }: WeightsProps) {
  const { t } = useText()
  const format = useFormat()
  const [draft, setDraft] = useState<Record<(typeof weightNames)[number], number | null>>(weights)
  const total = weightNames.reduce((sum, name) => sum + (draft[name] ?? 0), 0)
  const isWhole = Math.abs(total - 1) < 1e-6 && weightNames.every((name) => (draft[name] ?? 0) >= 0)
  const isChanged = weightNames.some((name) => (draft[name] ?? 0) !== weights[name])
  return (
    <form
      className="territory-days"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWhole) return
        const { workload, potential, revenue } = draft
        onSave({ workload: workload ?? 0, potential: potential ?? 0, revenue: revenue ?? 0 })
      }}
    >
      <p className="territory-label">{t('territories.size.weights')}</p>
      <p className="muted small">{t('territories.size.weightsHelp')}</p>
      <div className="size-weights">
        {weightNames.map((name) => (
          <PercentField
            key={name}
            label={t(`territories.measures.${name}`)}
            value={draft[name]}
            isDisabled={isLocked}
            onChange={(ratio) => setDraft({ ...draft, [name]: ratio })}
          />
        ))}
      </div>
      {isWhole ? null : (
        <p className="negative small" role="alert">
          {t('territories.size.weightsSum', { total: format.percent(total) })}
        </p>
      )}
      {isChanged ? (
        <Button type="submit" variant="default" disabled={!isWhole}>
          {t('territories.size.saveWeights')}
        </Button>
      ) : null}
    </form>
  )
}
