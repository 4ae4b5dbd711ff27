// The tab of quality: how sound each kind of figure is and the rules, or the rows that one rule found.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { AccountId, OpportunityId } from '#shared/crm/types.ts'
import { QualityRows } from './quality-rows.tsx'
import { QualityScores } from './quality-scores.tsx'
import { QualityTable } from './quality-table.tsx'

export interface QualityTabProps {
  /** The rule whose rows are in view; the rules themselves when undefined. */
  readonly rule: string | undefined
  readonly selectedDeal: OpportunityId | undefined
  readonly onRule: (rule: string | undefined) => void
  readonly onRejected: () => void
  readonly onDeal: (id: OpportunityId | undefined, title?: string) => void
  readonly onAccount: (id: AccountId | undefined, title?: string) => void
}

export function QualityTab({ rule, selectedDeal, onRule, onRejected, onDeal, onAccount }: QualityTabProps) {
  const { t, tError } = useText()
  const query = useQuery('import.listQuality', {})
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  if (query.value === undefined) return <Skeleton kind="table" />
  // Rows in quarantine have a grid of their own, in which they are mended.
  const open = (next: string): void =>
    query.value?.find((each) => each.rule === next)?.about === 'quarantine' ? onRejected() : onRule(next)
  if (rule !== undefined)
    return (
      <QualityRows
        key={rule}
        rule={rule}
        finding={query.value.find((each) => each.rule === rule)}
        selectedDeal={selectedDeal}
        onDeal={onDeal}
        onAccount={onAccount}
        onBack={() => onRule(undefined)}
      />
    )
  return (
    <>
      <QualityScores onRule={open} />
      <QualityTable rows={query.value} onRule={open} />
    </>
  )
}
