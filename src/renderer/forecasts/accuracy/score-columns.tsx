// Columns of scores, for methods, teams and sellers alike: how far off, too high or low, how often ranges held, and against the baseline.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { Column } from '#renderer/ui/data-table.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { fewestToTell } from '#shared/forecasts/accuracy/scores.ts'
import type { AccuracyScore, Coverage } from '#shared/forecasts/accuracy-types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { useAccuracyWords } from './use-accuracy-words.ts'

export interface ScoreRow {
  readonly key: string
  readonly name: string
  readonly score: AccuracyScore
  /** Null: the row is the baseline's own. */
  readonly baseline: AccuracyScore | null
}

export const isFew = (score: AccuracyScore): boolean => score.periods < fewestToTell

export function useScoreColumns(of: 'methods' | 'teams' | 'sellers', currency: CurrencyCode): Column<ScoreRow>[] {
  const { t } = useText()
  const format = useFormat()
  const words = useAccuracyWords()
  return useMemo((): Column<ScoreRow>[] => {
    const nothingSold = t('forecasts.accuracy.nothingSold')
    const held = (key: 'coverage80' | 'coverage95', header: string): Column<ScoreRow> => {
      const title = ({ lowRatio, highRatio }: Coverage) =>
        lowRatio === null || highRatio === null
          ? undefined
          : t('forecasts.accuracy.keys.interval', { low: format.percent(lowRatio), high: format.percent(highRatio) })
      return {
        key,
        header,
        kind: 'custom',
        align: 'right',
        width: 95,
        value: ({ score }) => (score[key].n === 0 ? null : score[key].held / score[key].n),
        text: ({ score }) => (score[key].n === 0 ? '' : words.times(score[key])),
        render: ({ score }) =>
          score[key].n === 0 ? (
            <Missing reason={t('forecasts.accuracy.noRange')} />
          ) : (
            <span className="numbers" title={title(score[key])}>
              {words.times(score[key])}
            </span>
          ),
        isHiddenAtFirst: key === 'coverage95'
      }
    }
    const verdictOf = ({ score, baseline }: ScoreRow) => {
      if (baseline === null) return 'same'
      if (isFew(score) || score.wapeRatio === null || baseline.wapeRatio === null) return 'few'
      return score.wapeRatio < baseline.wapeRatio ? 'better' : 'worse'
    }
    return [
      {
        key: 'name',
        header: t(of === 'methods' ? 'forecasts.accuracy.columns.method' : 'forecasts.accuracy.columns.name'),
        kind: 'text',
        width: 150,
        value: (row) => row.name
      },
      { key: 'n', header: t('forecasts.accuracy.columns.n'), kind: 'number', width: 50, value: ({ score }) => score.n },
      {
        key: 'periods',
        header: t('forecasts.accuracy.columns.periods'),
        kind: 'number',
        width: 80,
        value: ({ score }) => score.periods,
        isHiddenAtFirst: true
      },
      {
        key: 'wape',
        header: t('forecasts.accuracy.columns.wape'),
        hint: t('forecasts.accuracy.hints.wape'),
        kind: 'percent',
        width: 70,
        value: ({ score }) => score.wapeRatio,
        missing: nothingSold
      },
      {
        key: 'baselineWape',
        header: t('forecasts.accuracy.columns.baselineWape'),
        hint: t('forecasts.accuracy.hints.baselineWape'),
        kind: 'percent',
        width: 90,
        value: ({ score, baseline }) => (baseline ?? score).wapeRatio,
        missing: nothingSold
      },
      {
        key: 'bias',
        header: t('forecasts.accuracy.columns.bias'),
        hint: t('forecasts.accuracy.hints.bias'),
        kind: 'percent',
        width: 70,
        value: ({ score }) => score.biasRatio,
        // Too low is no worse than too high: no colour.
        render: ({ score }) => <Percent ratio={score.biasRatio} isSigned reason={nothingSold} />,
        missing: nothingSold
      },
      {
        key: 'mase',
        header: t('forecasts.accuracy.columns.mase'),
        hint: t('forecasts.accuracy.hints.mase'),
        kind: 'number',
        digits: 2,
        width: 70,
        value: ({ score }) => score.maseRatio,
        missing: t('forecasts.accuracy.noScale')
      },
      held('coverage80', t('forecasts.accuracy.columns.range80')),
      held('coverage95', t('forecasts.accuracy.columns.range95')),
      {
        key: 'meanError',
        header: t('forecasts.accuracy.columns.meanError'),
        kind: 'money',
        currency,
        digits: 0,
        width: 110,
        value: ({ score }) => (score.meanErrorMinor === null ? null : Math.round(score.meanErrorMinor)),
        render: ({ score }) => (
          <Money minor={score.meanErrorMinor} currency={currency} digits={0} isBare isSigned reason={nothingSold} />
        ),
        missing: nothingSold,
        isHiddenAtFirst: true
      },
      {
        key: 'verdict',
        header: t('forecasts.accuracy.columns.verdict'),
        kind: 'custom',
        width: 130,
        value: (row) => verdictOf(row),
        text: (row) => t(`forecasts.accuracy.verdicts.${verdictOf(row)}`),
        render: (row) => {
          const verdict = verdictOf(row)
          const tone = verdict === 'better' ? 'accent' : verdict === 'worse' ? 'amber' : 'neutral'
          return (
            <span
              title={verdict === 'few' ? t('forecasts.accuracy.finding.few', { count: row.score.periods }) : undefined}
            >
              <Tag tone={tone}>{t(`forecasts.accuracy.verdicts.${verdict}`)}</Tag>
            </span>
          )
        }
      }
    ]
  }, [t, format, words, of, currency])
}
