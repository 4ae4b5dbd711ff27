// Why an account lies in its territory: what the rule found, or who placed it and the reason given; for an unassigned one, where its
// sales point.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { PlacementEvidence, TerritoryAccountRow, UnplacedReason } from '#shared/territories/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'

export interface ReasonWords {
  evidence: (evidence: PlacementEvidence) => string
  reason: (reason: UnplacedReason) => string
  place: (row: TerritoryAccountRow) => string
}

export function useReasonWords(): ReasonWords {
  const { t } = useText()
  const format = useFormat()
  return useMemo(() => {
    const evidence = (found: PlacementEvidence) =>
      found.method === 'byField'
        ? found.value
        : t('territories.evidence.teamShare', {
            team: found.teamName,
            ratio: format.percent(found.wonMinor / found.totalMinor)
          })
    const reason = (found: UnplacedReason) => {
      switch (found.kind) {
        case 'tie':
          return t('territories.reasons.tie', { teams: format.list(found.teamNames) })
        case 'noValue':
          return t('territories.reasons.noValue', { field: t(`territories.fields.${found.field}`).toLocaleLowerCase() })
        default:
          return t(`territories.reasons.${found.kind}`)
      }
    }
    const place = (row: TerritoryAccountRow) => {
      if (row.source === 'manual') return t('territories.source.manual')
      if (row.evidence) return evidence(row.evidence)
      if (row.source === 'rule') return t('territories.source.rule')
      if (row.hint === null) return ''
      return 'kind' in row.hint ? reason(row.hint) : evidence(row.hint)
    }
    return { evidence, reason, place }
  }, [t, format])
}

export function WhyHere({ row, currency }: { readonly row: TerritoryAccountRow; readonly currency: CurrencyCode }) {
  const { t } = useText()
  const words = useReasonWords()
  if (row.hint && 'kind' in row.hint) return <span className="muted">{words.place(row)}</span>
  const evidence = row.evidence ?? row.hint
  const title = row.territoryName
    ? t('territories.evidence.title', { account: row.accountName, territory: row.territoryName })
    : t('territories.evidence.hintTitle', { account: row.accountName })
  return (
    <Why title={title} of={row.source === 'manual' ? <Tag>{words.place(row)}</Tag> : words.place(row)}>
      {row.source === 'manual' ? (
        <p>
          {t('territories.evidence.manual')}{' '}
          {row.reason === ''
            ? t('territories.evidence.noReason')
            : t('territories.evidence.reason', { reason: row.reason })}
        </p>
      ) : evidence ? (
        <Evidence evidence={evidence} currency={currency} />
      ) : (
        <p>{t('territories.evidence.rule')}</p>
      )}
    </Why>
  )
}

function Evidence({ evidence, currency }: { readonly evidence: PlacementEvidence; readonly currency: CurrencyCode }) {
  const { t } = useText()
  const format = useFormat()
  if (evidence.method === 'byField')
    return (
      <p>
        {t('territories.evidence.field', { field: t(`territories.fields.${evidence.field}`), value: evidence.value })}
      </p>
    )
  const { teamName, wonMinor, totalMinor, deals, runnerUp } = evidence
  return (
    <>
      <WhySteps
        steps={[
          {
            key: 'won',
            label: t('territories.evidence.sold', { team: teamName }),
            note: t('territories.evidence.deals', { count: deals }),
            value: <Money minor={wonMinor} currency={currency} />
          },
          ...(runnerUp
            ? [
                {
                  key: 'next',
                  label: t('territories.evidence.runnerUp', { team: runnerUp.teamName }),
                  value: <Money minor={runnerUp.wonMinor} currency={currency} />
                }
              ]
            : []),
          {
            key: 'total',
            label: t('territories.evidence.total'),
            value: <Money minor={totalMinor} currency={currency} />
          },
          {
            key: 'share',
            label: t('territories.evidence.share'),
            value: format.percent(wonMinor / totalMinor, 1),
            isResult: true
          }
        ]}
      />
      <WhyNote>{t('territories.evidence.teamRule')}</WhyNote>
    </>
  )
}
