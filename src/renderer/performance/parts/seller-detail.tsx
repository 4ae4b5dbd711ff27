// One seller in the period: where the person stands, why, how sure the win rate is, and the deals behind the bookings.
import { Button } from '@mantine/core'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { Board, SellerLine } from '#shared/performance/types.ts'
import './performance.css'

const dealsShown = 50

export function SellerDetail({ board, line }: { readonly board: Board; readonly line: SellerLine }) {
  const { t } = useText()
  const format = useFormat()
  const { go } = useSession()
  const { currency, period } = board
  const { facts, kpis, pace } = line
  const { attainment, winRate } = kpis
  const missingOf = (reason: NonNullable<typeof attainment.missing>) => t(`performance.missing.${reason}`)
  const money = (minor: number | null, reason: string) => <Money minor={minor} currency={currency} reason={reason} />
  return (
    <>
      {facts.dealsEver === 0 ? <WhyNote>{t('performance.missing.noDealsEver')}.</WhyNote> : null}
      <KeyValues
        items={[
          { key: 'quota', label: t('performance.columns.quota'), value: money(facts.quotaMinor, missingOf('noQuota')) },
          {
            key: 'booked',
            label: t('performance.columns.booked'),
            value: (
              <>
                <Soundness of={['bookings', 'credit']} />{' '}
                {money(kpis.bookings.value, missingOf(kpis.bookings.missing ?? 'noDealsEver'))}
              </>
            )
          },
          {
            key: 'pace',
            label: t('performance.detail.pace', {
              date: format.date(pace.goneRatio >= 1 ? period.endsOn : board.asOf)
            }),
            value: money(pace.paceMinor, t('performance.missing.pace'))
          },
          {
            key: 'gap',
            label: t('performance.detail.gap'),
            value: (
              <Money
                minor={pace.aheadMinor}
                currency={currency}
                isSigned
                isToned
                reason={t('performance.missing.pace')}
              />
            )
          },
          {
            key: 'remaining',
            label: t('performance.detail.remaining'),
            value: money(pace.remainingMinor, t('performance.missing.pace'))
          },
          {
            key: 'perWeek',
            label: t('performance.detail.perWeek'),
            value: money(pace.perWeekMinor, t('performance.missing.perWeek'))
          }
        ]}
      />
      {attainment.value === null ? null : (
        <Why title={t('performance.detail.whyAttainment', { attainment: format.percent(attainment.value, 1) })}>
          <WhySteps
            steps={[
              {
                key: 'booked',
                label: t('performance.columns.booked'),
                value: format.moneyInFull(facts.wonMinor, currency),
                note: t('performance.detail.bookedNote', {
                  count: facts.wonDeals,
                  from: format.date(period.startsOn),
                  to: format.date(period.endsOn)
                })
              },
              {
                key: 'quota',
                label: t('performance.columns.quota'),
                value: format.moneyInFull(facts.quotaMinor ?? 0, currency),
                note: t('performance.detail.quotaNote')
              },
              {
                key: 'attainment',
                label: t('performance.columns.attainment'),
                value: format.percent(attainment.value, 1),
                isResult: true
              }
            ]}
          />
          <Button size="compact-xs" onClick={() => go('quotas')}>
            {t('performance.detail.quotaWhy')}
          </Button>
        </Why>
      )}
      <Section title={t('performance.columns.winRate')}>
        {winRate.value === null || winRate.interval === null ? (
          <Missing reason={missingOf(winRate.missing ?? 'nothingClosed')} />
        ) : (
          <p>
            <Percent ratio={winRate.value} />{' '}
            <span className="muted small">
              {t('performance.detail.winRate', {
                won: format.number(winRate.numerator),
                n: format.number(winRate.n ?? 0),
                low: format.percent(winRate.interval.low),
                high: format.percent(winRate.interval.high)
              })}{' '}
              {winRate.isSmall ? t('performance.detail.few') : ''}
            </span>
          </p>
        )}
      </Section>
      <WonDeals board={board} line={line} />
    </>
  )
}

function WonDeals({ board, line }: { readonly board: Board; readonly line: SellerLine }) {
  const { t } = useText()
  const format = useFormat()
  const { period } = board
  const { value } = useQuery('crm.listOpportunities', {
    filter: { sellerId: line.sellerId, status: 'won', closeFrom: period.startsOn, closeTo: period.endsOn },
    sortBy: 'closeOn',
    isDescending: true,
    limit: dealsShown
  })
  if (value === undefined) return <Skeleton kind="text" />
  if (value.total === 0) return <WhyNote>{t('performance.detail.noDealsInPeriod')}</WhyNote>
  return (
    <Section title={t('performance.detail.deals', { count: value.total })}>
      <table className="deal-list">
        <tbody>
          {value.rows.map((deal) => (
            <tr key={deal.id}>
              <td>{format.dayMonth(deal.closeOn ?? period.startsOn)}</td>
              <td>{deal.accountName ?? deal.name ?? deal.externalId ?? t('performance.detail.unnamed')}</td>
              <td>
                <Money
                  minor={deal.amountMinor}
                  currency={deal.currency}
                  isBare={deal.currency === board.currency}
                  reason={t('performance.detail.noAmount')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {value.total > value.rows.length ? (
        <WhyNote>
          {t('performance.detail.firstDeals', { shown: format.number(value.rows.length), count: value.total })}
        </WhyNote>
      ) : null}
    </Section>
  )
}
