// What the chances stand on: by stage with how many deals, how long deals take to close, deals not made yet, and the words of the CRM's categories.
import { useText } from '#renderer/i18n/use-text.ts'
import { Chart } from '#renderer/ui/chart.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { ResultProps } from './outcome.tsx'
import { EarlierForecasts } from './record.tsx'
import { StageTable } from './stage-table.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'

export function Chances({ overview, result }: ResultProps) {
  const { t } = useText()
  return (
    <>
      <Section title={t('forecasts.pipeline.chances.stages')}>
        <StageTable overview={overview} result={result} />
      </Section>
      <div className="pipeline-pictures">
        <Section isCard>
          <SurvivalChart result={result} />
        </Section>
        <div className="pipeline-side">
          <NewDeals overview={overview} result={result} />
          <EarlierForecasts overview={overview} result={result} />
          <CategoryWords overview={overview} />
        </div>
      </div>
    </>
  )
}

const curvePoints = 40

function SurvivalChart({ result }: { readonly result: ResultProps['result'] }) {
  const { t } = useText()
  const format = useFormat()
  const { closeTime } = result.forecast
  const steps = closeTime.curve
  const last = steps.at(-1)?.days ?? 0
  // Read at even days, so that the axis is one of time: each point is the last step up to its day.
  const days =
    last === 0 ? [] : Array.from({ length: curvePoints + 1 }, (_, at) => Math.round((last * at) / curvePoints))
  const at = days.map((day) => steps.findLast((step) => step.days <= day))
  return (
    <Chart
      kind="area"
      title={
        closeTime.medianDays === null
          ? t('forecasts.pipeline.chances.timeTitleNone')
          : t('forecasts.pipeline.chances.timeTitle', { days: format.number(closeTime.medianDays) })
      }
      subtitle={t('forecasts.pipeline.chances.timeSubtitle', {
        closed: format.number(closeTime.closed),
        open: format.number(closeTime.censored)
      })}
      labels={days.map((day) => format.number(day))}
      labelName={t('forecasts.pipeline.chances.days')}
      unit={{ kind: 'percent' }}
      series={[
        {
          key: 'open',
          label: t('forecasts.pipeline.chances.open'),
          values: at.map((step) => step?.openRatio ?? 1),
          color: 'muted'
        },
        {
          key: 'won',
          label: t('forecasts.pipeline.chances.wonPart'),
          values: at.map((step) => step?.wonRatio ?? 0),
          color: 2
        },
        {
          key: 'lost',
          label: t('forecasts.pipeline.chances.lostPart'),
          values: at.map((step) => step?.lostRatio ?? 0),
          color: 4
        }
      ]}
      height={230}
      exportName="pipeline-time-to-close"
    />
  )
}

function NewDeals({ overview, result }: ResultProps) {
  const { t } = useText()
  const format = useFormat()
  const words = usePipelineWords(overview.currency)
  const basis = result.forecast.newDeals
  if (basis === null) return null
  return (
    <Section title={t('forecasts.pipeline.chances.newTitle')}>
      <KeyValues
        items={[
          {
            key: 'perMonth',
            label: t('forecasts.pipeline.chances.newPerMonth'),
            value: format.number(basis.madePerMonth, 1)
          },
          { key: 'months', label: t('forecasts.pipeline.chances.newMonths'), value: format.number(basis.months) },
          {
            key: 'spread',
            label: t('forecasts.pipeline.chances.newSpread'),
            value: format.number(basis.dispersionRatio, 1)
          },
          {
            key: 'win',
            label: t('forecasts.pipeline.chances.newWin'),
            value: <Percent ratio={basis.winRatio.chanceRatio} n={basis.winRatio.n} />
          },
          {
            key: 'mean',
            label: t('forecasts.pipeline.chances.newMean'),
            value: (
              <span>
                {words.money(basis.meanWonMinor)}{' '}
                <span className="muted small">{t('ui.cases', { n: format.number(basis.wonDeals) })}</span>
              </span>
            )
          },
          {
            key: 'season',
            label: t('forecasts.pipeline.chances.newSeason'),
            value: t(basis.isSeasonal ? 'forecasts.pipeline.chances.yes' : 'forecasts.pipeline.chances.no')
          }
        ]}
      />
    </Section>
  )
}

function CategoryWords({ overview }: { readonly overview: ResultProps['overview'] }) {
  const { t } = useText()
  const format = useFormat()
  const words = usePipelineWords(overview.currency)
  return (
    <Section
      title={t('forecasts.pipeline.chances.words')}
      subtitle={overview.categories.length === 0 ? undefined : t('forecasts.pipeline.chances.wordsHelp')}
    >
      {overview.categories.length === 0 ? (
        <p className="muted">{t('forecasts.pipeline.chances.noWords')}</p>
      ) : (
        <table className="pipeline-words">
          <thead>
            <tr>
              <th scope="col">{t('forecasts.pipeline.chances.word')}</th>
              <th scope="col">{t('forecasts.pipeline.chances.readAs')}</th>
              <th scope="col" className="numbers">
                {t('forecasts.pipeline.chances.wordDeals')}
              </th>
            </tr>
          </thead>
          <tbody>
            {overview.categories.map((each) => (
              <tr key={each.word}>
                <td>{each.word}</td>
                <td>
                  {each.category === null ? (
                    <Tag tone="amber">{t('forecasts.pipeline.chances.unknownWord')}</Tag>
                  ) : (
                    words.category(each.category)
                  )}
                </td>
                <td className="numbers">{format.number(each.openDeals)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
