// Says why lines are open and leads to where that is mended: target pay, quotas or teams.
import { Button } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { explainMissing, type MissingReason, type PayPreview } from '#shared/compensation/index.ts'

export interface OpenNoticeProps {
  readonly preview: PayPreview
  readonly onPeople: () => void
}

export function OpenNotice({ preview, onPeople }: OpenNoticeProps) {
  const { t, language } = useText()
  const { go } = useSession()
  const sellersBy = new Map<MissingReason, Set<number>>()
  for (const row of preview.rows) {
    for (const { missing } of row.cells) {
      if (missing === null) continue
      sellersBy.set(missing, (sellersBy.get(missing) ?? new Set()).add(row.sellerId))
    }
  }
  const mend = (reason: MissingReason): { label: string; run: () => void } | undefined => {
    if (reason === 'noTargetPay') return { label: t('compensation.open.toTargets'), run: onPeople }
    if (reason === 'noTeam' || reason === 'noParentTeam') {
      return { label: t('compensation.open.toTeams'), run: () => go('people') }
    }
    return reason === 'earlierPeriod' ? undefined : { label: t('compensation.open.toQuotas'), run: () => go('quotas') }
  }
  return [...sellersBy].map(([reason, sellers]) => {
    const action = mend(reason)
    return (
      <div key={reason} className="pay-unsaved" role="status">
        <span>
          <strong>{t('compensation.open.people', { count: sellers.size })}</strong> {explainMissing(reason, language)}
        </span>
        {action === undefined ? null : (
          <Button size="xs" variant="default" onClick={action.run}>
            {action.label}
          </Button>
        )}
      </div>
    )
  })
}
