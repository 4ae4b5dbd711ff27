// Beside the scores: how wrong the forecast of the year was at this point of earlier years, and the keeping of forecasts.
import { Button } from '@mantine/core'
import { useQuery } from '#renderer/engine-client.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import { Work } from '#renderer/ui/work.tsx'
import type { SamePointAnswer, SamePointBand } from '#shared/forecasts/accuracy-types.ts'
import { startKeeping, stopKeeping, useKeeping } from './keep-in-background.ts'

interface BandPartProps {
  readonly answer: SamePointAnswer
  readonly yearName: string
}

export function BandPart({ answer, yearName }: BandPartProps) {
  const { t } = useText()
  const { band, missing } = answer
  return (
    <Section title={t('forecasts.accuracy.band.title', { year: yearName })}>
      {band === null ? <p className="muted">{t(`forecasts.accuracy.band.${missing}`)}</p> : <Band band={band} />}
    </Section>
  )
}

function Band({ band }: { readonly band: SamePointBand }) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = band
  const money = (minor: number) => <Money minor={minor} currency={currency} digits={0} />
  const inWords = (minor: number) => format.money(minor, currency, { digits: 0 })
  const yearOf = (fiscalYear: number) => t('ui.period.year', { year: String(fiscalYear) })
  return (
    <>
      <p>
        {t('forecasts.accuracy.band.finding', { count: band.years.length, worst: format.percent(band.worstRatio) })}
      </p>
      <KeyValues
        items={[
          {
            key: 'range',
            label: t('forecasts.accuracy.band.range'),
            value: (
              <Why
                title={t('forecasts.accuracy.band.why')}
                of={
                  <>
                    {money(band.lowMinor)} – {money(band.highMinor)}
                  </>
                }
              >
                <WhySteps
                  steps={band.years.map((year) => ({
                    key: String(year.fiscalYear),
                    label: t('forecasts.accuracy.band.high', {
                      year: yearOf(year.fiscalYear),
                      forecast: inWords(year.forecastMinor),
                      actual: inWords(year.actualMinor)
                    }),
                    value: <Percent ratio={year.errorRatio} digits={1} isSigned />,
                    note: `${t(`forecasts.accuracy.origins.${year.origin}`)}, ${format.date(year.dataAsOf)}`
                  }))}
                />
                <WhyNote>{t('forecasts.accuracy.band.left', { count: band.monthsLeft })}</WhyNote>
                <WhyNote>{t('forecasts.accuracy.band.rule')}</WhyNote>
              </Why>
            )
          },
          { key: 'forecast', label: t('forecasts.accuracy.band.forecast'), value: money(band.forecastMinor) },
          ...(band.soldMinor === 0
            ? []
            : [{ key: 'sold', label: t('forecasts.accuracy.band.sold'), value: money(band.soldMinor) }])
        ]}
      />
    </>
  )
}

export function KeepingPart() {
  const { t, tError } = useText()
  const { isBusy, progress, error } = useKeeping()
  const due = useQuery('forecasts.snapshotsDue', {}).value
  const missing = due?.forecasts ?? 0
  return (
    <Section title={t('forecasts.accuracy.keeping.title')}>
      {isBusy ? (
        <Work
          progress={progress && { ...progress, total: progress.total ?? 0 }}
          label={progress ? t(progress.what as TextKey) : t('forecasts.progress.snapshots')}
          onCancel={stopKeeping}
        />
      ) : due === undefined ? null : missing > 0 ? (
        <>
          {error ? <p>{t('forecasts.accuracy.keeping.failed', { problem: tError(error) })}</p> : null}
          <p className="muted">{t('forecasts.accuracy.keeping.due', { count: missing })}</p>
          <div>
            <Button variant="default" size="xs" onClick={() => void startKeeping()}>
              {t('forecasts.accuracy.keeping.start')}
            </Button>
          </div>
        </>
      ) : (
        <p className="muted">{t('forecasts.accuracy.keeping.done')}</p>
      )}
      <p className="muted small">{t('forecasts.accuracy.keeping.next')}</p>
    </Section>
  )
}
