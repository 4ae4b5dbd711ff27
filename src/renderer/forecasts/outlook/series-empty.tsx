// Complete periods in which nothing was recorded: each is a zero unless somebody says that its data are missing.
import { Button } from '@mantine/core'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { cutKey } from '#shared/forecasts/series/cut-key.ts'
import type { AskedCut, SalesSeries } from '#shared/forecasts/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { useForecastWords } from './use-words.ts'

interface SeriesEmptyProps {
  readonly scenarioId: ScenarioId
  readonly cut: AskedCut
  readonly series: SalesSeries | undefined
  readonly isLocked: boolean
}

export function SeriesEmpty({ scenarioId, cut, series, isLocked }: SeriesEmptyProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const settings = useQuery('forecasts.getSettings', { scenarioId }).value
  const change = useCommand('forecasts.changeSettings')
  const filled = new Set(series?.filledPeriods ?? [])
  const empty = new Set([...(series?.emptyPeriods ?? []), ...filled])
  const points = (series?.points ?? []).filter((point) => empty.has(point.periodKey))
  if (series === undefined || points.length === 0) return <p className="muted">{t('forecasts.series.empty.none')}</p>
  const setMissing = (periodKey: string, isMissing: boolean) => {
    if (settings === undefined) return
    const keys = [`${cutKey(cut)}/${periodKey}`, `company/${periodKey}`]
    const others = settings.missingPeriods.filter((key) => !keys.includes(key))
    const missingPeriods = isMissing ? [...others, ...keys.slice(0, 1)] : others
    void change.run({ scenarioId, change: { missingPeriods } })
  }
  return (
    <>
      <p className="muted">
        {t(series.source === 'totals' ? 'forecasts.series.empty.totals' : 'forecasts.series.empty.explain')}
      </p>
      <ul className="series-list">
        {points.map((point) => (
          <li key={point.periodKey}>
            <div>
              <strong>{words.period(point.periodKey)}</strong>
              {': '}
              {filled.has(point.periodKey)
                ? t('forecasts.series.empty.filled', {
                    amount: format.money(point.amountMinor, series.currency, { digits: 0 })
                  })
                : t('forecasts.series.empty.counts')}
            </div>
            {series.source === 'totals' ? null : (
              <Button
                size="compact-xs"
                variant="default"
                disabled={isLocked || settings === undefined}
                loading={change.isBusy}
                onClick={() => setMissing(point.periodKey, !filled.has(point.periodKey))}
              >
                {t(filled.has(point.periodKey) ? 'forecasts.series.empty.asZero' : 'forecasts.series.empty.asMissing')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
