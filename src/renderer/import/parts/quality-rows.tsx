// The rows that one quality rule found, as far as they can be put right here: deals corrected in place or taken out, accounts merged.
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { AccountId, OpportunityId } from '#shared/crm/types.ts'
import type { QualityRow } from '#shared/import/types.ts'
import { Drill } from './drill.tsx'
import { FoundDeals } from './found-deals.tsx'
import { FoundNames } from './found-names.tsx'
import { SimilarAccounts } from './similar-accounts.tsx'
import { ruleWords } from './words.ts'

export interface QualityRowsProps {
  readonly rule: string
  /** Undefined once the rule holds for every row. */
  readonly finding: QualityRow | undefined
  readonly selectedDeal: OpportunityId | undefined
  readonly onDeal: (id: OpportunityId | undefined, title?: string) => void
  readonly onAccount: (id: AccountId | undefined, title?: string) => void
  readonly onBack: () => void
}

const mostRows = 20_000

export function QualityRows({ rule, finding, selectedDeal, onDeal, onAccount, onBack }: QualityRowsProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  const [about] = useState(finding?.about)
  const query = useQuery('import.listQualityRows', { rule, limit: mostRows })
  const rows = query.value?.rows ?? []
  const total = query.value?.total ?? 0
  const kind = finding?.about ?? about
  const subtitle = [
    finding === undefined ? '' : t('import.wizard.rows', { count: finding.count }),
    finding?.amountMinor ? format.money(finding.amountMinor, currency) : '',
    finding === undefined || finding.measures.length === 0
      ? ''
      : t('import.weakensWhat', {
          what: format.list(finding.measures.map((measure) => t(`import.measures.${measure}`)))
        }),
    total > rows.length && rows.length > 0
      ? t('import.firstOnly', { shown: format.number(rows.length), total: format.number(total) })
      : ''
  ]
  const content = () => {
    if (rule === 'similarAccounts') return <SimilarAccounts onAccount={onAccount} />
    if (query.error)
      return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
    if (query.value === undefined) return <Skeleton kind="table" />
    if (rows.length === 0)
      return <EmptyState title={t('import.ruleHolds')} action={{ label: t('import.allFindings'), onRun: onBack }} />
    if (kind === 'accounts' || kind === 'sellers')
      return <FoundNames about={kind} rule={rule} rows={rows} onAccount={onAccount} />
    return <FoundDeals rule={rule} rows={rows} selected={selectedDeal} onDeal={onDeal} />
  }
  return (
    <Drill
      title={ruleWords(t, rule)}
      subtitle={subtitle.filter(Boolean).join(' · ')}
      backLabel={t('import.allFindings')}
      onBack={onBack}
    >
      {content()}
    </Drill>
  )
}
