// How even the territories are: a picture of each against the mean, the indices with their formulas, the band, and the checks.
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import { balanceIndices } from '#shared/territories/indices/index.ts'
import type { TerritorySettings } from '#shared/territories/measure-types.ts'
import { getMeasure } from '#shared/territories/measures/index.ts'
import type { IndexId, MeasureId, TerritoryOverview } from '#shared/territories/types.ts'
import type { Target } from '../view-state.ts'
import { Checks } from './checks.tsx'
import { PercentCommit } from './commit-field.tsx'
import { useSaveSettings } from './save-settings.ts'
import { useShowMeasure } from './show-measure.ts'
import { Unknowns } from './unknowns.tsx'
import type { Evenness as EvennessFigures, TerritoryLine } from './view.ts'
import './territories.css'

interface EvennessProps {
  readonly scenarioId: ScenarioId
  readonly evenness: EvennessFigures
  readonly overview: TerritoryOverview
  readonly settings: TerritorySettings
  readonly measureId: MeasureId
  readonly isLocked: boolean
  readonly onShow: (target: Target) => void
}

export function Evenness(props: EvennessProps) {
  const { scenarioId, evenness, overview, settings, measureId, isLocked, onShow } = props
  const { t } = useText()
  const format = useFormat()
  const save = useSaveSettings(scenarioId, settings)
  const { assigned, manualAccounts } = overview
  return (
    <div className="territory-pane">
      <EvennessChart evenness={evenness} measureId={measureId} />
      <Unknowns overview={overview} settings={settings} measureId={measureId} onShow={onShow} />
      <Section>
        <dl className="index-list">
          {balanceIndices.map((index) => (
            <div key={index.id}>
              <dt>{t(`territories.indices.${index.id}.name`, { band: format.percent(settings.bandRatio) })}</dt>
              <dd>
                <IndexWhy id={index.id} {...props} />
              </dd>
            </div>
          ))}
        </dl>
        <PercentCommit
          label={t('territories.even.band')}
          help={t('territories.even.bandHelp')}
          value={settings.bandRatio}
          isDisabled={isLocked}
          onCommit={(bandRatio) => save({ bandRatio })}
        />
      </Section>
      <Checks overview={overview} onShow={onShow} />
      {assigned.accounts > 0 ? (
        <p className="muted small">
          {t('territories.even.byHand', {
            count: manualAccounts,
            total: format.number(assigned.accounts),
            ratio: format.percent(manualAccounts / assigned.accounts, 1)
          })}
        </p>
      ) : null}
    </div>
  )
}

function IndexWhy({ id, evenness, overview, settings, measureId }: EvennessProps & { readonly id: IndexId }) {
  const { t } = useText()
  const format = useFormat()
  const show = useShowMeasure(overview.currency, settings)
  const name = t(`territories.indices.${id}.name`, { band: format.percent(settings.bandRatio) })
  const value = evenness.indices[id]
  if (value === null) return <Missing reason={t('territories.even.noMeaning')} />
  const unit = balanceIndices.find((index) => index.id === id)?.unit
  const shown =
    unit === 'ratio'
      ? format.percent(value, 1)
      : unit === 'points'
        ? format.number(value, 1)
        : format.number(value, id === 'maxOverMin' ? 2 : 3)
  const measure = getMeasure(measureId)
  return (
    <Why title={name} of={<span className="numbers">{shown}</span>}>
      <p>{t(`territories.indices.${id}.meaning`)}</p>
      <WhySteps
        steps={[
          ...evenness.leaves.slice(0, 20).map((line) => ({
            key: String(line.id),
            label: line.name,
            value: show(measureId, measure.read(line)),
            note: line.index === null ? undefined : format.number(line.index)
          })),
          {
            key: 'mean',
            label: t(evenness.hasCapacities ? 'territories.why.meanOfCapacity' : 'territories.why.mean', {
              count: evenness.leaves.length
            }),
            value: show(measureId, evenness.total / Math.max(1, evenness.leaves.length))
          },
          { key: 'result', label: t(`territories.indices.${id}.formula`), value: shown, isResult: true }
        ]}
      />
      {evenness.leaves.length > 20 ? <WhyNote>… {format.number(evenness.leaves.length)}</WhyNote> : null}
      {evenness.hasCapacities ? <WhyNote>{t('territories.why.byCapacity')}</WhyNote> : null}
    </Why>
  )
}

/** With more territories than this the picture shows the ends of the order only. */
const mostShown = 16

function pickExtremes(leaves: readonly TerritoryLine[]): TerritoryLine[] {
  const sorted = leaves.toSorted((one, other) => (other.index ?? 0) - (one.index ?? 0))
  return sorted.length <= mostShown ? sorted : [...sorted.slice(0, mostShown / 2), ...sorted.slice(-mostShown / 2)]
}

function EvennessChart({ evenness, measureId }: { readonly evenness: EvennessFigures; readonly measureId: MeasureId }) {
  const { t } = useText()
  const format = useFormat()
  const shown = pickExtremes(evenness.leaves)
  const [high] = shown
  const low = shown.at(-1)
  if (!high || !low || evenness.total <= 0) return null
  const named = (line: TerritoryLine) => `${line.name} (${format.number(line.index ?? 0)})`
  const title =
    evenness.leaves.length === 1
      ? t('territories.even.chartOne')
      : t('territories.even.chart', { high: named(high), low: named(low) })
  const isPart = shown.length < evenness.leaves.length
  return (
    <Chart
      kind="row"
      title={title}
      subtitle={t(evenness.hasCapacities ? 'territories.even.chartSubtitleTarget' : 'territories.even.chartSubtitle', {
        measure: t(`territories.measures.${measureId}`)
      })}
      labels={shown.map((line) => line.name)}
      labelName={t('territories.even.territory')}
      unit={{ kind: 'number', digits: 0 }}
      series={[
        { key: 'index', label: t('territories.even.index'), values: shown.map((line) => Math.round(line.index ?? 0)) }
      ]}
      marks={[
        {
          key: 'mean',
          label: t(evenness.hasCapacities ? 'territories.even.target' : 'territories.even.mean'),
          value: 100,
          tone: 'muted'
        }
      ]}
      height={Math.max(120, 40 + shown.length * 20)}
      exportName="territories-balance"
      note={
        isPart ? t('territories.even.extremes', { count: mostShown / 2, total: evenness.leaves.length }) : undefined
      }
    />
  )
}
