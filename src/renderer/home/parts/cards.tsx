// The three key numbers of Home: bookings against quota, open deals against what is missing, and the year.
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { RangeBar } from '#renderer/ui/bar.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyNumber, KeyNumbers } from '#renderer/ui/key-number.tsx'
import type { BoardFigures, Home } from '#shared/performance/types.ts'
import type { Period } from '#shared/units/period.ts'

export function Cards({ home }: { readonly home: Home }) {
  const { t } = useText()
  const format = useFormat()
  const { board, year, pipeline } = home
  const { currency, period, total } = board
  const money = (minor: number) => format.money(minor, currency)
  const full = (minor: number) => <span title={format.moneyInFull(minor, currency)}>{money(minor)}</span>
  const missing = total.pace.remainingMinor
  const coverage =
    missing === null
      ? undefined
      : missing === 0
        ? t('home.cards.coverageNone')
        : t('home.cards.coverage', { times: format.number(pipeline.inPeriodMinor / missing, 1) })
  const openWords = [
    t('home.cards.allOpen', { count: pipeline.deals, amount: money(pipeline.amountMinor) }),
    ...(pipeline.dealsWithoutAmount > 0 ? [t('home.cards.noAmount', { count: pipeline.dealsWithoutAmount })] : []),
    ...(pipeline.overdueDeals > 0 ? [t('home.cards.overdue', { count: pipeline.overdueDeals })] : [])
  ]
  const isYear = period.grain === 'year'
  return (
    <KeyNumbers>
      <BookingsCard home={home} figures={total} period={period} />
      <KeyNumber
        label={t('home.cards.pipeline', { period: format.period(period) })}
        value={full(pipeline.inPeriodMinor)}
        against={t('home.cards.pipelineOf', { count: pipeline.inPeriodDeals })}
        mark={<Soundness of={['pipeline']} />}
        since={coverage}
      >
        <p className="muted small home-card-note">{openWords.join(' ')}</p>
      </KeyNumber>
      {isYear ? null : <BookingsCard home={home} figures={year} period={year.period} isShort />}
    </KeyNumbers>
  )
}

interface BookingsCardProps {
  readonly home: Home
  readonly figures: BoardFigures
  readonly period: Period
  readonly isShort?: boolean
}

function BookingsCard({ home, figures, period, isShort = false }: BookingsCardProps) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = home.board
  const { facts, pace } = figures
  const { quotaMinor, wonMinor } = facts
  const money = (minor: number) => format.money(minor, currency)
  const label = t(isShort ? 'home.cards.year' : 'home.cards.bookings', { period: format.period(period) })
  const value = <span title={format.moneyInFull(wonMinor, currency)}>{money(wonMinor)}</span>
  const mark = <Soundness of={['bookings']} />
  if (quotaMinor === null || quotaMinor <= 0 || pace.paceMinor === null || pace.aheadMinor === null) {
    return <KeyNumber label={label} value={value} against={t('home.cards.noQuota')} mark={mark} />
  }
  const ratio = (minor: number | null | undefined) => (minor == null ? undefined : minor / quotaMinor)
  const outlook = isShort || pace.goneRatio >= 1 ? null : home.outlook
  const achieved = wonMinor / quotaMinor
  const words =
    outlook === null
      ? t('home.cards.range', { achieved: format.percent(achieved), pace: format.percent(pace.paceRatio ?? 0) })
      : t('home.cards.rangeForecast', {
          achieved: format.percent(achieved),
          pace: format.percent(pace.paceRatio ?? 0),
          middle: format.percent(outlook.middleMinor / quotaMinor)
        })
  return (
    <KeyNumber
      label={label}
      value={value}
      against={t('home.cards.of', { quota: money(quotaMinor) })}
      mark={mark}
      since={
        pace.goneRatio === 0 ? (
          t('home.cards.notBegun')
        ) : (
          <>
            {t('home.cards.pace', { pace: money(pace.paceMinor) })}
            {' · '}
            <span className={pace.aheadMinor < 0 ? 'home-behind' : undefined}>
              {t(pace.aheadMinor < 0 ? 'home.cards.behind' : 'home.cards.ahead', {
                amount: money(Math.abs(pace.aheadMinor))
              })}
            </span>
          </>
        )
      }
    >
      <div className="home-range">
        <RangeBar
          label={words}
          achieved={achieved}
          pace={pace.goneRatio === 0 ? undefined : (pace.paceRatio ?? undefined)}
          low={ratio(outlook?.lowMinor)}
          middle={ratio(outlook?.middleMinor)}
          high={ratio(outlook?.highMinor)}
        />
      </div>
      <p className="muted small">{words}</p>
    </KeyNumber>
  )
}
