// What stands in the detail pane for a product.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { KeyValues, Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { OpportunityId, ProductId } from '#shared/crm/types.ts'
import { NewestDeals } from './newest-deals.tsx'
import { SourceTrace } from './source-trace.tsx'
import { useFacts } from './use-facts.tsx'

export interface ProductDetailProps {
  readonly id: ProductId
  readonly onDeal: (id: OpportunityId, title: string) => void
}

export function ProductDetail({ id, onDeal }: ProductDetailProps) {
  const { t, tError } = useText()
  const { currency } = useSession().settings
  const format = useFormat()
  const fact = useFacts()
  const query = useQuery('crm.listProducts', {})
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  if (query.value === undefined) return <Skeleton kind="text" rows={4} />
  const product = query.value.find((each) => each.id === id)
  if (product === undefined) return <Problem title={tError({ code: 'crm.productMissing' })} />
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
          },
          fact('externalId', t('crm.externalId'), product.externalId)
        ]}
      />
      <SourceTrace key={id} of={{ productId: id }} isImported={product.sourceRowId !== null} />
      <Section title={t('crm.dealsOfProduct')}>
        <NewestDeals of={{ productId: id }} onDeal={onDeal} />
      </Section>
    </div>
  )
}
