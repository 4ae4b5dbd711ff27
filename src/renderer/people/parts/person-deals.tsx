// What a person sold this fiscal year, in brief: the sums and the latest won deals.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { SellerId } from '#shared/people/types.ts'
import { periodOf } from '#shared/units/period.ts'

const shown = 5

export function PersonDeals({ sellerId }: { readonly sellerId: SellerId }) {
  const { t } = useText()
  const format = useFormat()
  const { settings, asOf } = useSession()
  const { currency } = settings
  const year = periodOf(asOf, 'year', settings.calendar)
  const closed = { closeFrom: year.startsOn, closeTo: asOf }
  const won = useQuery('crm.listOpportunities', {
    filter: { sellerId, status: 'won', ...closed },
    sortBy: 'closeOn',
    isDescending: true,
    limit: shown
  })
  const open = useQuery('crm.listOpportunities', { filter: { sellerId, status: 'open' }, limit: 1 })
  const title = t('people.detail.deals', { year: format.period(year) })
  if (won.value === undefined || open.value === undefined)
    return (
      <Section title={title}>
        <Skeleton kind="text" rows={3} />
      </Section>
    )
  const sumOf = (page: { total: number; amountMinor: number }) =>
    `${format.money(page.amountMinor, currency)} · ${t('people.detail.deals', { count: page.total })}`
  if (won.value.total === 0 && open.value.total === 0)
    return (
      <Section title={title}>
        <p className="muted">{t('people.detail.noDeals')}</p>
      </Section>
    )
  return (
    <Section title={title}>
      <KeyValues
        items={[
          { key: 'won', label: t('people.detail.won'), value: sumOf(won.value) },
          { key: 'open', label: t('people.detail.open'), value: sumOf(open.value) }
        ]}
      />
      {won.value.rows.length > 0 ? (
        <>
          <h3 className="muted small">{t('people.detail.latest')}</h3>
          <ul className="person-list">
            {won.value.rows.map((deal) => (
              <li key={deal.id}>
                <span>{deal.accountName ?? deal.name ?? deal.externalId}</span>
                <span className="muted">{deal.closeOn === null ? '' : format.dayMonth(deal.closeOn)}</span>
                <span>{deal.amountMinor === null ? '—' : format.money(deal.amountMinor, deal.currency)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}
