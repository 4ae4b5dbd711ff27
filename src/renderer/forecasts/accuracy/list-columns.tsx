// Columns of the lists of the accuracy tab: calls, forecasts kept by hand, snapshots, and each comparison.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { Column } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import type {
  CallerAccuracy,
  ComparedForecast,
  KeptComparison,
  SnapshotState
} from '#shared/forecasts/accuracy-types.ts'
import type { ForecastRange } from '#shared/forecasts/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { useForecastWords } from '../outlook/use-words.ts'

export function useCallColumns(currency: CurrencyCode): Column<CallerAccuracy>[] {
  const { t } = useText()
  const format = useFormat()
  return useMemo((): Column<CallerAccuracy>[] => {
    const missing = t('forecasts.accuracy.nothingSold')
    return [
      { key: 'name', header: t('forecasts.accuracy.columns.name'), kind: 'text', width: 180, value: (row) => row.name },
      {
        key: 'category',
        header: t('forecasts.accuracy.columns.category'),
        kind: 'text',
        width: 120,
        value: (row) => t(`forecasts.accuracy.categories.${row.category}`)
      },
      { key: 'n', header: t('forecasts.accuracy.columns.n'), kind: 'number', width: 60, value: (row) => row.n },
      {
        key: 'wape',
        header: t('forecasts.accuracy.columns.wape'),
        hint: t('forecasts.accuracy.hints.wape'),
        kind: 'percent',
        width: 90,
        value: (row) => row.wapeRatio,
        missing
      },
      {
        key: 'bias',
        header: t('forecasts.accuracy.columns.bias'),
        hint: t('forecasts.accuracy.hints.bias'),
        kind: 'percent',
        width: 90,
        value: (row) => row.biasRatio,
        render: (row) => <Percent ratio={row.biasRatio} isSigned reason={missing} />,
        missing
      },
      {
        key: 'meanError',
        header: t('forecasts.accuracy.columns.meanError'),
        kind: 'money',
        currency,
        width: 120,
        value: (row) => Math.round(row.meanErrorMinor),
        render: (row) => <Money minor={row.meanErrorMinor} currency={currency} digits={0} isBare isSigned />
      },
      {
        key: 'reached',
        header: t('forecasts.accuracy.columns.reached'),
        hint: t('forecasts.accuracy.hints.reached'),
        kind: 'custom',
        align: 'right',
        width: 110,
        value: (row) => row.reached / row.n,
        text: (row) => t('forecasts.accuracy.keys.times', { held: format.number(row.reached), n: format.number(row.n) })
      }
    ]
  }, [t, format, currency])
}

interface Judged extends ForecastRange {
  readonly forecastMinor: number
  readonly actualMinor: number
}

const errorRatioOf = ({ forecastMinor, actualMinor }: Judged): number | null =>
  actualMinor === 0 ? null : (forecastMinor - actualMinor) / Math.abs(actualMinor)

/** Forecast, its range, what came and the error: the same for kept forecasts and for comparisons. */
function useJudgedColumns(currency: CurrencyCode): Column<Judged>[] {
  const { t } = useText()
  return useMemo((): Column<Judged>[] => {
    const missing = t('forecasts.accuracy.noRange')
    const end = (key: keyof ForecastRange, header: string): Column<Judged> => ({
      key,
      header,
      kind: 'money',
      currency,
      width: 100,
      value: (row) => row[key],
      missing,
      isHiddenAtFirst: key.includes('95')
    })
    return [
      end('low95Minor', t('forecasts.accuracy.columns.low95')),
      end('low80Minor', t('forecasts.accuracy.columns.low80')),
      end('high80Minor', t('forecasts.accuracy.columns.high80')),
      end('high95Minor', t('forecasts.accuracy.columns.high95')),
      {
        key: 'forecast',
        header: t('forecasts.accuracy.columns.forecast'),
        kind: 'money',
        currency,
        width: 100,
        value: (row) => row.forecastMinor
      },
      {
        key: 'sold',
        header: t('forecasts.accuracy.columns.sold'),
        kind: 'money',
        currency,
        width: 100,
        value: (row) => row.actualMinor
      },
      {
        key: 'error',
        header: t('forecasts.accuracy.columns.error'),
        kind: 'money',
        currency,
        width: 100,
        value: (row) => row.forecastMinor - row.actualMinor,
        render: (row) => (
          <Money minor={row.forecastMinor - row.actualMinor} currency={currency} digits={0} isBare isSigned />
        )
      },
      {
        key: 'errorRatio',
        header: t('forecasts.accuracy.columns.errorRatio'),
        kind: 'percent',
        width: 80,
        value: errorRatioOf,
        render: (row) => <Percent ratio={errorRatioOf(row)} isSigned reason={t('forecasts.accuracy.nothingSold')} />,
        missing: t('forecasts.accuracy.nothingSold')
      },
      {
        key: 'inside',
        header: t('forecasts.accuracy.columns.inside'),
        kind: 'text',
        width: 110,
        value: ({ low80Minor, high80Minor, actualMinor }) =>
          low80Minor === null || high80Minor === null
            ? null
            : t(
                actualMinor >= low80Minor && actualMinor <= high80Minor
                  ? 'forecasts.accuracy.yes'
                  : 'forecasts.accuracy.no'
              ),
        missing
      }
    ]
  }, [t, currency])
}

export function useKeptColumns(currency: CurrencyCode): Column<KeptComparison>[] {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const judged = useJudgedColumns(currency)
  return useMemo(
    (): Column<KeptComparison>[] => [
      {
        key: 'period',
        header: t('forecasts.accuracy.columns.period'),
        kind: 'custom',
        width: 120,
        value: (row) => row.periodKey,
        text: (row) => words.period(row.periodKey)
      },
      {
        key: 'madeAt',
        header: t('forecasts.accuracy.columns.madeAt'),
        kind: 'custom',
        width: 140,
        value: (row) => row.madeAt,
        text: (row) => format.dateTime(row.madeAt)
      },
      {
        key: 'kind',
        header: t('forecasts.accuracy.columns.kind'),
        kind: 'text',
        width: 110,
        value: (row) =>
          row.name === ''
            ? t(`forecasts.accuracy.kinds.${row.kind}`)
            : `${t(`forecasts.accuracy.kinds.${row.kind}`)}: ${row.name}`
      },
      {
        key: 'of',
        header: t('forecasts.accuracy.columns.of'),
        kind: 'text',
        width: 140,
        value: (row) => words.cut(row.cut)
      },
      ...(judged as Column<KeptComparison>[])
    ],
    [t, format, words, judged]
  )
}

export function useComparedColumns(currency: CurrencyCode): Column<ComparedForecast>[] {
  const { t } = useText()
  const words = useForecastWords()
  const judged = useJudgedColumns(currency)
  return useMemo(
    (): Column<ComparedForecast>[] => [
      {
        key: 'period',
        header: t('forecasts.accuracy.columns.period'),
        kind: 'custom',
        width: 120,
        value: (row) => row.periodKey,
        text: (row) => words.period(row.periodKey)
      },
      {
        key: 'asOf',
        header: t('forecasts.accuracy.columns.asOf'),
        kind: 'date',
        width: 110,
        value: (row) => row.dataAsOf
      },
      {
        key: 'origin',
        header: t('forecasts.accuracy.columns.origin'),
        kind: 'text',
        width: 130,
        value: (row) => t(`forecasts.accuracy.origins.${row.origin}`),
        isHiddenAtFirst: true
      },
      {
        key: 'method',
        header: t('forecasts.accuracy.columns.method'),
        kind: 'text',
        width: 140,
        value: (row) => t(`forecasts.accuracy.methods.${row.method}`)
      },
      {
        key: 'steps',
        header: t('forecasts.accuracy.columns.steps'),
        kind: 'number',
        width: 70,
        value: (row) => row.steps
      },
      ...(judged as Column<ComparedForecast>[])
    ],
    [t, words, judged]
  )
}

export function useStateColumns(): Column<SnapshotState>[] {
  const { t } = useText()
  const format = useFormat()
  return useMemo(
    (): Column<SnapshotState>[] => [
      {
        key: 'asOf',
        header: t('forecasts.accuracy.columns.asOf'),
        kind: 'date',
        width: 130,
        value: (row) => row.dataAsOf
      },
      {
        key: 'origin',
        header: t('forecasts.accuracy.columns.origin'),
        kind: 'custom',
        width: 150,
        value: (row) => row.origin,
        text: (row) => t(`forecasts.accuracy.origins.${row.origin}`),
        render: (row) => (
          <span title={t(`forecasts.accuracy.originHint.${row.origin}`)}>
            {t(`forecasts.accuracy.origins.${row.origin}`)}
          </span>
        )
      },
      {
        key: 'madeAt',
        header: t('forecasts.accuracy.columns.madeAt'),
        kind: 'custom',
        width: 160,
        value: (row) => row.madeAt,
        text: (row) => format.dateTime(row.madeAt)
      },
      {
        key: 'import',
        header: t('forecasts.accuracy.columns.import'),
        kind: 'text',
        width: 220,
        value: (row) => row.importTitle,
        missing: t('forecasts.accuracy.noImport')
      },
      {
        key: 'cuts',
        header: t('forecasts.accuracy.columns.cuts'),
        kind: 'number',
        width: 80,
        value: (row) => row.cuts
      },
      {
        key: 'forecasts',
        header: t('forecasts.accuracy.columns.forecasts'),
        kind: 'number',
        width: 100,
        value: (row) => row.forecasts
      }
    ],
    [t, format]
  )
}
