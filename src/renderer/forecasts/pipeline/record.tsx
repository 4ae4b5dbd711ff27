// How the forecast would have done at earlier quarter ends, one line each, and by how much it is corrected for it.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { PipelineRecord, RecordCut } from '#shared/forecasts/pipeline-types.ts'
import type { ResultProps } from './outcome.tsx'
import { usePipelineWords } from './use-pipeline-words.ts'

/** Less than half of one per cent is no miss worth a word. */
const exact = 0.005

export function EarlierForecasts({ overview, result }: ResultProps) {
  const { t } = useText()
  const format = useFormat()
  const words = usePipelineWords(overview.currency)
  const { record } = result.forecast
  const say = ({ madeOn, untilOn, forecastMinor, actualMinor }: RecordCut): string => {
    const miss = actualMinor > 0 ? forecastMinor / actualMinor - 1 : null
    const kind = miss === null ? 'nothing' : Math.abs(miss) < exact ? 'exact' : miss > 0 ? 'over' : 'under'
    return t(`forecasts.pipeline.record.${kind}`, {
      on: format.date(madeOn),
      until: format.date(untilOn),
      said: words.money(forecastMinor),
      came: words.money(actualMinor),
      miss: format.percent(Math.abs(miss ?? 0))
    })
  }
  return (
    <Section title={t('forecasts.pipeline.record.title')}>
      {record === null ? (
        <p className="muted">{t('forecasts.pipeline.record.off')}</p>
      ) : (
        <>
          {record.cuts.length === 0 ? (
            <p className="muted">{t('forecasts.pipeline.record.none')}</p>
          ) : (
            <ul className="pipeline-notes">
              {record.cuts.map((cut) => (
                <li key={cut.madeOn}>{say(cut)}</li>
              ))}
            </ul>
          )}
          {record.isApplied ? <Correction record={record} /> : null}
          {record.cuts.length === 1 ? <p className="muted">{t('forecasts.pipeline.record.single')}</p> : null}
        </>
      )}
    </Section>
  )
}

function Correction({ record }: { readonly record: PipelineRecord }) {
  const { t } = useText()
  const format = useFormat()
  const times = (factor: number) => `× ${format.number(factor, 2)}`
  const spread = `± ${format.percent(record.spread)}`
  return (
    <KeyValues
      items={[
        {
          key: 'factor',
          label: t('forecasts.pipeline.record.factor'),
          value: (
            <Why title={t('forecasts.pipeline.record.why', { factor: times(record.factor) })} of={times(record.factor)}>
              <WhySteps
                steps={[
                  {
                    key: 'observed',
                    label: t('forecasts.pipeline.record.observed'),
                    value: times(record.observedFactor ?? 1)
                  },
                  {
                    key: 'weight',
                    label: t('forecasts.pipeline.record.weight'),
                    value: format.percent(record.weightRatio)
                  },
                  {
                    key: 'result',
                    label: t('forecasts.pipeline.record.result'),
                    value: times(record.factor),
                    isResult: true
                  }
                ]}
              />
              <WhyNote>{t('forecasts.pipeline.record.how')}</WhyNote>
            </Why>
          )
        },
        {
          key: 'spread',
          label: t('forecasts.pipeline.record.spread'),
          value: (
            <Why title={t('forecasts.pipeline.record.why', { factor: spread })} of={spread}>
              <WhyNote>{t('forecasts.pipeline.record.spreadNote')}</WhyNote>
            </Why>
          )
        }
      ]}
    />
  )
}
