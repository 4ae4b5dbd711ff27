// The newest few deals of an account or product as lines: a table would not fit into the pane.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { AccountId, OpportunityId, ProductId } from '#shared/crm/types.ts'
import { dealTitle, statusTones } from './deals.tsx'

const newestCount = 12

export interface NewestDealsProps {
  readonly of: { accountId: AccountId } | { productId: ProductId }
  readonly onDeal: (id: OpportunityId, title: string) => void
}

export function NewestDeals({ of, onDeal }: NewestDealsProps) {
  const { t } = useText()
  const format = useFormat()
  const query = useQuery('crm.listOpportunities', { filter: of, limit: newestCount })
  if (query.value === undefined) return <Skeleton kind="text" rows={4} />
  if (query.value.total === 0) return <p className="muted">{t('crm.noDeals')}</p>
  return (
    <>
      <ul className="crm-lines">
        {query.value.rows.map((deal) => (
          <li key={deal.id}>
            <button type="button" className="crm-line" onClick={() => onDeal(deal.id, dealTitle(deal))}>
              <span className="crm-line-what">
                {deal.name ?? deal.productName ?? deal.externalId}
                <span className="muted small">
                  {[deal.sellerName, deal.closeOn === null ? undefined : format.date(deal.closeOn)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span className="crm-line-end">
                <Money minor={deal.amountMinor} currency={deal.currency} isBare reason={t('crm.noAmount')} />
                <Tag tone={statusTones[deal.status]}>{deal.stageName}</Tag>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {query.value.total > newestCount ? (
        <p className="muted small">
          {t('crm.newestOf', { shown: format.number(newestCount), total: format.number(query.value.total) })}
        </p>
      ) : null}
    </>
  )
}
