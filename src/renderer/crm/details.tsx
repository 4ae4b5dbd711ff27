// What stands in the detail pane for a deal, an account and a product.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { type KeyValue, KeyValues, Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { AccountId, CustomFields, OpportunityId, ProductId } from '#shared/crm/types.ts'
import { dealTitle, statusTones } from './deals.tsx'
import { SourceTrace } from './source-trace.tsx'

function useFacts() {
  const { t } = useText()
  return (key: string, label: string, value: string | number | null | undefined): KeyValue => ({
    key,
    label,
    value: value === null || value === undefined || value === '' ? <Missing reason={t('crm.notGiven')} /> : value
  })
}

function Custom({ custom }: { readonly custom: CustomFields }) {
  const { t } = useText()
  const entries = Object.entries(custom)
  if (entries.length === 0) return null
  return (
    <Section title={t('crm.custom')}>
      <KeyValues items={entries.map(([key, value]) => ({ key, label: key, value }))} />
    </Section>
  )
}

export function DealDetail({ id }: { readonly id: OpportunityId }) {
  const { t, tError } = useText()
  const format = useFormat()
  const fact = useFacts()
  const query = useQuery('crm.getOpportunity', { opportunityId: id })
  const deal = query.value
  if (query.error) return <Problem title={tError(query.error)} />
  if (deal === undefined) return <Skeleton kind="text" rows={8} />
  return (
    <div className="crm-facts" key={id}>
      <KeyValues
        items={[
          { key: 'stage', label: t('crm.stage'), value: <Tag tone={statusTones[deal.status]}>{deal.stageName}</Tag> },
          {
            key: 'amount',
            label: t('crm.amount'),
            value: <Money minor={deal.amountMinor} currency={deal.currency} reason={t('crm.noAmount')} />
          },
          fact('close', t('crm.close'), deal.closeOn === null ? null : format.date(deal.closeOn)),
          fact('created', t('crm.created'), deal.createdOn === null ? null : format.date(deal.createdOn)),
          fact('account', t('crm.account'), deal.accountName),
          fact('seller', t('crm.seller'), deal.sellerName),
          fact('product', t('crm.product'), deal.productName),
          fact('externalId', t('crm.externalId'), deal.externalId),
          ...(deal.leadSource === null ? [] : [fact('leadSource', t('crm.leadSource'), deal.leadSource)]),
          ...(deal.isNewBusiness === null
            ? []
            : [fact('business', t('crm.business'), t(deal.isNewBusiness ? 'crm.newBusiness' : 'crm.existingBusiness'))])
        ]}
      />
      <Custom custom={deal.custom} />
      <SourceTrace key={id} of={{ opportunityId: id }} isImported={deal.sourceRowId !== null} isOpenAtFirst />
    </div>
  )
}

export function AccountDetail({
  id,
  onDeal
}: {
  readonly id: AccountId
  readonly onDeal: (id: OpportunityId, title: string) => void
}) {
  const { t, tError } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const fact = useFacts()
  const query = useQuery('crm.getAccount', { accountId: id })
  const account = query.value
  if (query.error) return <Problem title={tError(query.error)} />
  if (account === undefined) return <Skeleton kind="text" rows={8} />
  const place = [account.city, account.region, account.country].filter((part) => part !== null).join(', ')
  const isGiven = (item: { value: unknown; isShown: boolean }) => item.isShown
  return (
    <div className="crm-facts">
      <KeyValues
        items={[
          {
            key: 'won',
            label: `${t('crm.won')} (${format.number(account.wonDeals)})`,
            value: <Money minor={account.wonMinor} currency={currency} />
          },
          {
            key: 'open',
            label: `${t('crm.open')} (${format.number(account.openDeals)})`,
            value: (
              <Money
                minor={account.openDeals > 0 && account.openMinor === 0 ? null : account.openMinor}
                currency={currency}
                reason={t('crm.noAmountYet')}
              />
            )
          },
          ...[
            {
              ...fact('lastWon', t('crm.lastWon'), account.lastWonOn && format.date(account.lastWonOn)),
              isShown: true
            },
            { ...fact('industry', t('crm.industry'), account.industry), isShown: true },
            { ...fact('place', t('crm.country'), place), isShown: true },
            { ...fact('owner', t('crm.owner'), account.ownerName), isShown: true },
            { ...fact('segment', t('crm.segment'), account.segment), isShown: account.segment !== null },
            { ...fact('parent', t('crm.parent'), account.parentName), isShown: account.parentName !== null },
            {
              ...fact(
                'employees',
                t('crm.employees'),
                account.employees === null ? null : format.number(account.employees)
              ),
              isShown: account.employees !== null
            },
            {
              ...fact(
                'revenue',
                t('crm.revenue'),
                account.revenueMinor === null ? null : format.money(account.revenueMinor, currency)
              ),
              isShown: account.revenueMinor !== null
            },
            {
              ...fact('founded', t('crm.founded'), account.foundedYear === null ? null : String(account.foundedYear)),
              isShown: account.foundedYear !== null
            },
            { ...fact('externalId', t('crm.externalId'), account.externalId), isShown: account.externalId !== null }
          ].filter(isGiven)
        ]}
      />
      <Custom custom={account.custom} />
      <SourceTrace key={id} of={{ accountId: id }} isImported={account.sourceRowId !== null} />
      <Section title={t('crm.dealsOf')}>
        <NewestDeals of={{ accountId: id }} onDeal={onDeal} />
      </Section>
    </div>
  )
}

export function ProductDetail({
  id,
  onDeal
}: {
  readonly id: ProductId
  readonly onDeal: (id: OpportunityId, title: string) => void
}) {
  const { t } = useText()
  const { currency } = useSession().settings
  const format = useFormat()
  const fact = useFacts()
  const query = useQuery('crm.listProducts', {})
  const product = query.value?.find((each) => each.id === id)
  if (product === undefined) return <Skeleton kind="text" rows={4} />
  return (
    <div className="crm-facts">
      <KeyValues
        items={[
          {
            key: 'won',
            label: `${t('crm.won')} (${format.number(product.wonDeals)})`,
            value: <Money minor={product.wonMinor} currency={currency} />
          },
          fact('family', t('crm.family'), product.family),
          {
            key: 'listPrice',
            label: t('crm.listPrice'),
            value: <Money minor={product.listPriceMinor} currency={currency} reason={t('crm.notGiven')} />
          }
        ]}
      />
      <SourceTrace key={id} of={{ productId: id }} isImported={product.sourceRowId !== null} />
      <Section title={t('crm.dealsOfProduct')}>
        <NewestDeals of={{ productId: id }} onDeal={onDeal} />
      </Section>
    </div>
  )
}

const newestCount = 12

/** The newest few deals as lines: a table would not fit into the pane. */
function NewestDeals({
  of,
  onDeal
}: {
  readonly of: { accountId: AccountId } | { productId: ProductId }
  readonly onDeal: (id: OpportunityId, title: string) => void
}) {
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
