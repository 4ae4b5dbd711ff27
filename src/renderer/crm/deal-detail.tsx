// What stands in the detail pane for a deal: facts that can be corrected, further facts, history, and the row of the file.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { type KeyValue, KeyValues } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { OpportunityId, OpportunityRow } from '#shared/crm/types.ts'
import { DealFields } from './deal-fields.tsx'
import { DealHistory, StageHistory } from './deal-history.tsx'
import { SourceTrace } from './source-trace.tsx'
import { Custom, useFacts } from './use-facts.tsx'
import './crm.css'

export function DealDetail({ id }: { readonly id: OpportunityId }) {
  const { tError } = useText()
  const query = useQuery('crm.getOpportunity', { opportunityId: id })
  const deal = query.value
  if (query.error) return <Problem title={tError(query.error)} />
  // The last deal stays in view while another loads; its form must not be taken for the new one's.
  if (deal === undefined || deal.id !== id) return <Skeleton kind="text" rows={8} />
  return (
    <div className="crm-facts" key={id}>
      <DealFields deal={deal} />
      <FurtherFacts deal={deal} />
      <Custom custom={deal.custom} />
      <DealHistory id={id} />
      <StageHistory id={id} />
      <SourceTrace key={id} of={{ opportunityId: id }} isImported={deal.sourceRowId !== null} isOpenAtFirst />
    </div>
  )
}

/** What can't be corrected here; of what few files give only what there is. */
function FurtherFacts({ deal }: { readonly deal: OpportunityRow }) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const fact = useFacts()
  const given = (item: KeyValue, isGiven: boolean): KeyValue[] => (isGiven ? [item] : [])
  return (
    <KeyValues
      items={[
        ...given(
          {
            key: 'home',
            label: t('crm.home', { currency }),
            value: <Money minor={deal.homeMinor} currency={currency} reason={t('crm.noRate')} />
          },
          deal.currency !== currency && deal.amountMinor !== null
        ),
        fact('externalId', t('crm.externalId'), deal.externalId),
        ...given(fact('leadSource', t('crm.leadSource'), deal.leadSource), deal.leadSource !== null),
        ...given(
          fact('business', t('crm.business'), t(deal.isNewBusiness ? 'crm.newBusiness' : 'crm.existingBusiness')),
          deal.isNewBusiness !== null
        ),
        ...given(
          { key: 'probability', label: t('crm.probability'), value: <Percent ratio={deal.probabilityRatio} /> },
          deal.probabilityRatio !== null
        ),
        ...given(fact('category', t('crm.category'), deal.forecastCategory), deal.forecastCategory !== null),
        ...given(
          fact('lastActivity', t('crm.lastActivity'), deal.lastActivityOn && format.date(deal.lastActivityOn)),
          deal.lastActivityOn !== null
        ),
        ...given(fact('lossReason', t('crm.lossReason'), deal.lossReason), deal.lossReason !== null)
      ]}
    />
  )
}
