// The fields of an allocation: target, over-assignment, method, base year, sellers without history, phasing. Applying is one command.
import { Button, SegmentedControl, Select } from '@mantine/core'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { Field, MoneyField, PercentField } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import { quotaMethodIds } from '#shared/quotas/methods/index.ts'
import type {
  AllocationPreview,
  AllocationSetup,
  ForecastRank,
  ForecastTarget,
  NoHistoryChoice
} from '#shared/quotas/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import { periodByKey } from '#shared/units/period.ts'
import type { Draft } from './use-draft.ts'
import './quotas.css'

const noHistoryChoices: readonly NoHistoryChoice[] = ['average', 'half', 'zero']

export interface AllocationPanelProps {
  readonly setup: AllocationSetup
  readonly draft: Draft
  readonly scenarioId: ScenarioId
  readonly onApplied: () => void
}

export function AllocationPanel({ setup, draft, scenarioId, onApplied }: AllocationPanelProps) {
  const { t } = useText()
  const format = useFormat()
  const { request, change, preview, complete } = draft
  const allocate = useCommand('quotas.allocate')
  const year = t('quotas.fiscalYear', { year: String(setup.fiscalYear) })
  const needsBase = request.method !== 'equal'
  const apply = async () => {
    if (complete === undefined) return
    const reply = await allocate.run({ scenarioId, ...complete })
    if (reply.ok) onApplied()
  }
  return (
    <div className="quota-panel">
      <TargetFields setup={setup} draft={draft} />
      <PercentField
        label={t('quotas.panel.cushion')}
        help={t('quotas.panel.cushionHelp')}
        value={request.cushionRatio}
        digits={Number.isInteger(Number((request.cushionRatio * 100).toPrecision(12))) ? 0 : 1}
        onChange={(ratio) => change({ cushionRatio: Math.min(10, Math.max(0, ratio ?? 0)) })}
      />
      {request.cushionRatio > 0.15 ? <p className="quota-panel-warning">{t('quotas.check.stacked')}</p> : null}
      <Select
        label={t('quotas.panel.method')}
        description={t(`quotas.methodHelp.${request.method}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={request.method}
        onChange={(method) => {
          const found = quotaMethodIds.find((id) => id === method)
          if (found !== undefined) change({ method: found })
        }}
        data={quotaMethodIds.map((id) => ({ value: id, label: t(`quotas.methods.${id}`) }))}
      />
      {request.method === 'blend' ? <MixFields draft={draft} /> : null}
      {needsBase && setup.baseYears.length > 0 ? (
        <Select
          label={t('quotas.panel.baseYear')}
          value={String(request.baseYear)}
          onChange={(baseYear) => change({ baseYear: Number(baseYear) })}
          data={setup.baseYears.map((each) => ({
            value: String(each.fiscalYear),
            label: `${t('quotas.panel.baseYearOption', {
              year: t('quotas.fiscalYear', { year: String(each.fiscalYear) }),
              count: each.deals,
              amount: format.money(each.amountMinor, setup.currency)
            })}${each.isPlanYear ? ` (${t('quotas.panel.planYear')})` : ''}`
          }))}
        />
      ) : null}
      {needsBase ? <NoHistoryField draft={draft} /> : null}
      {needsBase ? <Soundness of={['bookings', 'credit']} isNamed /> : null}
      <Field label={t('quotas.panel.phasing')}>
        {() => (
          <SegmentedControl
            fullWidth
            value={request.phasing}
            onChange={(phasing) => change({ phasing: phasing === 'flat' ? 'flat' : 'learnt' })}
            data={(['learnt', 'flat'] as const).map((each) => ({ value: each, label: t(`quotas.phasing.${each}`) }))}
          />
        )}
      </Field>
      {preview === undefined ? null : <PreviewNotes preview={preview} setup={setup} year={year} />}
      <div className="quota-panel-end">
        <Button
          variant="filled"
          onClick={() => void apply()}
          disabled={preview === undefined || draft.isLoading}
          loading={allocate.isBusy}
        >
          {t('quotas.panel.apply')}
        </Button>
      </div>
    </div>
  )
}

function TargetFields({ setup, draft }: { readonly setup: AllocationSetup; readonly draft: Draft }) {
  const { t } = useText()
  const format = useFormat()
  const { settings, go } = useSession()
  const { request, change, forecast } = draft
  const year = t('quotas.fiscalYear', { year: String(setup.fiscalYear) })
  const nameOf = (key: string | undefined) => {
    const period = key === undefined ? undefined : periodByKey(key, settings.calendar)
    return period === undefined ? '' : format.period(period)
  }
  return (
    <>
      <Field label={t('quotas.panel.target')}>
        {() => (
          <SegmentedControl
            fullWidth
            value={request.targetKind}
            onChange={(kind) => change({ targetKind: kind === 'forecast' ? 'forecast' : 'typed' })}
            data={[
              { value: 'typed', label: t('quotas.panel.typed') },
              { value: 'forecast', label: t('quotas.panel.forecast') }
            ]}
          />
        )}
      </Field>
      {request.targetKind === 'typed' ? (
        <MoneyField
          label={t('quotas.panel.amount', { year })}
          value={request.typedMinor}
          currency={setup.currency}
          onChange={(typedMinor) => change({ typedMinor })}
        />
      ) : forecast === undefined ? (
        <p className="quota-panel-note">
          {t('quotas.panel.noForecast', { year })}{' '}
          <Button size="compact-xs" onClick={() => go('forecasts')}>
            {t('quotas.panel.makeForecast')}
          </Button>
        </p>
      ) : (
        <ForecastFields setup={setup} draft={draft} forecast={forecast} nameOf={nameOf} />
      )}
    </>
  )
}

interface ForecastFieldsProps {
  readonly setup: AllocationSetup
  readonly draft: Draft
  readonly forecast: ForecastTarget
  readonly nameOf: (periodKey: string | undefined) => string
}

/** Which kept forecast the target is taken from, which of its numbers, and what that stands on. */
function ForecastFields({ setup, draft, forecast, nameOf }: ForecastFieldsProps) {
  const { t } = useText()
  const format = useFormat()
  const { request, change } = draft
  const money = (minor: number) => format.money(minor, setup.currency)
  const periodsOf = ({ periodKeys }: ForecastTarget) =>
    t('quotas.panel.periods', { from: nameOf(periodKeys[0]), to: nameOf(periodKeys.at(-1)) })
  const labelOf = (each: ForecastTarget) =>
    t(`quotas.panel.of.${each.kind}`, {
      name: each.name,
      date: format.date(each.madeAt.slice(0, 10) as IsoDate),
      amount: money(each.targetMinor)
    })
  const amounts = { low: forecast.lowMinor, middle: forecast.targetMinor, high: forecast.highMinor }
  const hasRange = amounts.low !== null && amounts.high !== null
  const rank = hasRange ? request.rank : 'middle'
  return (
    <>
      <Select
        label={t('quotas.panel.whichForecast')}
        allowDeselect={false}
        value={String(forecast.forecastId)}
        onChange={(id) =>
          change({ forecastId: setup.forecasts.find((each) => String(each.forecastId) === id)?.forecastId ?? null })
        }
        data={setup.forecasts.map((each) => ({ value: String(each.forecastId), label: labelOf(each) }))}
      />
      {hasRange ? (
        <Field label={t('quotas.panel.rank')}>
          {() => (
            <SegmentedControl
              fullWidth
              value={rank}
              onChange={(chosen) => change({ rank: ranks.find((each) => each === chosen) ?? 'middle' })}
              data={ranks.map((each) => ({ value: each, label: t(`quotas.panel.ranks.${each}`) }))}
            />
          )}
        </Field>
      ) : null}
      <p className="quota-panel-note">
        {t('quotas.panel.forecastOf', {
          date: format.date(forecast.madeAt.slice(0, 10) as IsoDate),
          periods: periodsOf(forecast),
          amount: money(amounts[rank] ?? forecast.targetMinor)
        })}
        {forecast.percentile === null && forecast.stretchRatio === 0 ? null : (
          <>
            <br />
            {t('quotas.panel.handedOver', {
              at:
                forecast.percentile === null
                  ? t('quotas.panel.ranks.middle')
                  : t('quotas.panel.percentile', { percentile: String(forecast.percentile) }),
              stretch: format.signedPercent(forecast.stretchRatio, 1)
            })}
          </>
        )}
        {forecast.bookedMinor === 0 ? null : (
          <>
            <br />
            {t('quotas.panel.forecastBooked', {
              booked: money(forecast.bookedMinor),
              middle: money((amounts[rank] ?? forecast.targetMinor) - forecast.bookedMinor)
            })}
          </>
        )}
        {forecast.coversYear ? null : <span className="quota-panel-warning"> {t('quotas.panel.forecastGap')}</span>}
      </p>
    </>
  )
}

const ranks: readonly ForecastRank[] = ['low', 'middle', 'high']

function MixFields({ draft }: { readonly draft: Draft }) {
  const { t } = useText()
  const format = useFormat()
  const { request, change } = draft
  const { blendWeights } = request
  const sum = blendWeights.history + blendWeights.equal + blendWeights.sameGrowth
  return (
    <div>
      <div className="quota-panel-mix">
        {(['history', 'equal', 'sameGrowth'] as const).map((part) => (
          <PercentField
            key={part}
            label={t(`quotas.methods.${part}`)}
            value={blendWeights[part]}
            onChange={(ratio) =>
              change({ blendWeights: { ...blendWeights, [part]: Math.min(1, Math.max(0, ratio ?? 0)) } })
            }
          />
        ))}
      </div>
      {Math.abs(sum - 1) < 1e-9 ? null : (
        <p className="quota-panel-note">{t('quotas.panel.mixTotal', { sum: format.percent(sum) })}</p>
      )}
    </div>
  )
}

/** Never silent: the choice stands there with the names it decides about. */
function NoHistoryField({ draft }: { readonly draft: Draft }) {
  const { t } = useText()
  const { request, change, preview } = draft
  const names = preview?.lines.filter((line) => line.standIn !== null).map((line) => line.name) ?? []
  const shown = names.slice(0, 6).join(', ')
  return (
    <Select
      label={t('quotas.panel.noHistory')}
      description={
        preview === undefined
          ? undefined
          : names.length === 0
            ? t('quotas.panel.noneWithout')
            : t('quotas.panel.without', {
                count: names.length,
                year: t('quotas.fiscalYear', { year: String(request.baseYear) }),
                names: names.length > 6 ? t('quotas.panel.andMore', { names: shown, count: names.length - 6 }) : shown
              })
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={request.noHistory}
      onChange={(choice) => {
        const found = noHistoryChoices.find((each) => each === choice)
        if (found !== undefined) change({ noHistory: found })
      }}
      data={noHistoryChoices.map((each) => ({ value: each, label: t(`quotas.noHistory.${each}`) }))}
    />
  )
}

function PreviewNotes({
  preview,
  setup,
  year
}: {
  readonly preview: AllocationPreview
  readonly setup: AllocationSetup
  readonly year: string
}) {
  const { t } = useText()
  const format = useFormat()
  const { phase } = preview
  const notes = [
    phase.years.length === 0
      ? t('quotas.phase.flat')
      : t('quotas.phase.learntFrom', {
          count: phase.years.length,
          years: format.list(phase.years.map((each) => t('quotas.fiscalYear', { year: String(each) })))
        }),
    ...(preview.leftOutHistoryMinor > 0
      ? [t('quotas.panel.leftOut', { amount: format.money(preview.leftOutHistoryMinor, preview.currency), year })]
      : []),
    ...(setup.dealsInOtherCurrencies > 0
      ? [t('quotas.panel.otherCurrencies', { count: setup.dealsInOtherCurrencies })]
      : [])
  ]
  return (
    <div>
      {notes.map((note) => (
        <p key={note} className="quota-panel-note">
          {note}
        </p>
      ))}
      {phase.warnings.map((warning) => (
        <p key={warning} className="quota-panel-warning">
          {t(`quotas.phase.${warning}`)}
        </p>
      ))}
    </div>
  )
}
