// The short detail of a seller on Home; the deals behind it are on the performance screen.
import { Button } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { KeyValues } from '#renderer/ui/section.tsx'
import { WhyNote } from '#renderer/ui/why.tsx'
import type { Board, SellerLine } from '#shared/performance/types.ts'

export function SellerPane({ board, line }: { readonly board: Board; readonly line: SellerLine }) {
  const { t } = useText()
  const format = useFormat()
  const { go } = useSession()
  const { currency } = board
  const { facts, kpis, pace } = line
  const { winRate, attainment, bookings } = kpis
  const noQuota = t('home.missing.noQuota')
  return (
    <>
      <KeyValues
        items={[
          {
            key: 'goal',
            label: t('home.columns.goal'),
            value: <Money minor={facts.quotaMinor} currency={currency} reason={noQuota} />
          },
          {
            key: 'booked',
            label: t('home.columns.booked'),
            value: (
              <>
                <Soundness of={['bookings', 'credit']} />{' '}
                <Money minor={bookings.value} currency={currency} reason={t('home.missing.noDealsEver')} />
              </>
            )
          },
          {
            key: 'attainment',
            label: t('home.columns.attainment'),
            value: <Percent ratio={attainment.value} reason={t(`home.missing.${attainment.missing ?? 'noQuota'}`)} />
          },
          {
            key: 'gap',
            label: t('home.detail.gap'),
            value: <Money minor={pace.aheadMinor} currency={currency} isSigned isToned reason={noQuota} />
          },
          {
            key: 'remaining',
            label: t('home.detail.remaining'),
            value: <Money minor={pace.remainingMinor} currency={currency} reason={noQuota} />
          },
          {
            key: 'perWeek',
            label: t('home.detail.perWeek'),
            value: <Money minor={pace.perWeekMinor} currency={currency} reason={t('home.missing.perWeek')} />
          }
        ]}
      />
      {winRate.interval === null ? null : (
        <WhyNote>
          {t('home.detail.winRate', {
            won: format.number(winRate.numerator),
            n: format.number(winRate.n ?? 0),
            low: format.percent(winRate.interval.low),
            high: format.percent(winRate.interval.high)
          })}{' '}
          {winRate.isSmall ? t('home.detail.few') : ''}
        </WhyNote>
      )}
      <Button onClick={() => go('performance', { seller: String(line.sellerId) })}>{t('home.detail.open')}</Button>
    </>
  )
}
