// Why an account lies in its territory: the rule that won, the alignment or the person who placed it and the reason given; which rules lose and
// at what others fail; for an unassigned one, where its sales point.
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { RuleCondition } from '#shared/territories/rule-types.ts'
import type { PlacementEvidence, TerritoryAccountRow, UnplacedReason } from '#shared/territories/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { useRuleWords } from '../rules/words.ts'
import { Verdicts } from './verdicts.tsx'

export interface ReasonWords {
  evidence: (evidence: PlacementEvidence) => string
  reason: (reason: UnplacedReason) => string
  place: (row: TerritoryAccountRow) => string
}

const conditionsOf = (evidence: PlacementEvidence | null) => (evidence?.method === 'rule' ? evidence.conditions : [])

const noRows: readonly TerritoryAccountRow[] = []

export function useReasonWords(rows: readonly TerritoryAccountRow[] = noRows): ReasonWords {
  const { t } = useText()
  const format = useFormat()
  const conditions = useMemo(() => rows.flatMap((row) => conditionsOf(row.evidence)), [rows])
  const rules = useRuleWords(conditions)
  return useMemo(() => {
    // A rule that placed many accounts is put into words once.
    const sentences = new Map<string, string>()
    const sentenceOf = (conditions: readonly RuleCondition[]): string => {
      const key = JSON.stringify(conditions)
      const sentence = sentences.get(key) ?? rules.sentence(conditions)
      sentences.set(key, sentence)
      return sentence
    }
    const evidence = (found: PlacementEvidence) => {
      switch (found.method) {
        case 'byField':
          return found.value
        case 'byTeamSales':
          return t('territories.evidence.teamShare', {
            team: found.teamName,
            ratio: format.percent(found.wonMinor / found.totalMinor)
          })
        case 'rule':
          return sentenceOf(found.conditions)
        case 'alignment':
          return t('territories.source.alignment')
      }
    }
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
      if (row.source === 'alignment') return t('territories.source.alignment')
      if (row.evidence) return evidence(row.evidence)
      if (row.source === 'rule') return t('territories.source.rule')
      if (row.hint === null) return ''
      return 'kind' in row.hint ? reason(row.hint) : evidence(row.hint)
    }
    return { evidence, reason, place }
  }, [t, format, rules])
}

interface WhyHereProps {
  readonly scenarioId: ScenarioId
  readonly row: TerritoryAccountRow
  readonly currency: CurrencyCode
  readonly words: ReasonWords
}

export function WhyHere({ scenarioId, row, currency, words }: WhyHereProps) {
  const { t } = useText()
  const title = row.territoryName
    ? t('territories.evidence.title', { account: row.accountName, territory: row.territoryName })
    : t('territories.evidence.hintTitle', { account: row.accountName })
  const place = words.place(row)
  const shown =
    row.source === 'manual' || row.source === 'alignment' ? (
      <Tag tone={row.source === 'alignment' ? 'accent' : 'neutral'}>{place}</Tag>
    ) : row.hint && 'kind' in row.hint ? (
      <span className="muted">{place}</span>
    ) : (
      place
    )
  return (
    <Why title={title} of={shown}>
      <Placed row={row} currency={currency} words={words} />
      {row.overlayNames.length > 0 ? (
        <p>{t('territories.evidence.overlays', { names: row.overlayNames.join(', ') })}</p>
      ) : null}
      <Verdicts scenarioId={scenarioId} accountId={row.accountId} />
    </Why>
  )
}

function Placed({ row, currency, words }: Pick<WhyHereProps, 'row' | 'currency' | 'words'>) {
  const { t } = useText()
  const evidence = row.evidence ?? row.hint
  if (row.source === 'manual')
    return (
      <p>
        {t('territories.evidence.manual')}{' '}
        {row.reason === ''
          ? t('territories.evidence.noReason')
          : t('territories.evidence.reason', { reason: row.reason })}
      </p>
    )
  if (evidence && 'kind' in evidence) return <p>{words.reason(evidence)}</p>
  return evidence ? (
    <Evidence evidence={evidence} currency={currency} words={words} />
  ) : (
    <p>{t('territories.evidence.rule')}</p>
  )
}

interface EvidenceProps {
  readonly evidence: PlacementEvidence
  readonly currency: CurrencyCode
  readonly words: ReasonWords
}

function Evidence({ evidence, currency, words }: EvidenceProps) {
  const { t } = useText()
  const format = useFormat()
  switch (evidence.method) {
    case 'byField':
      return (
        <p>
          {t('territories.evidence.field', { field: t(`territories.fields.${evidence.field}`), value: evidence.value })}
        </p>
      )
    case 'rule':
      return <p>{t('territories.evidence.byRule', { rule: words.evidence(evidence) })}</p>
    case 'alignment': {
      const { balancePoints, km, visitKm } = evidence
      return (
        <>
          <p>{t('territories.evidence.alignment')}</p>
          <WhySteps
            steps={[
              {
                key: 'balance',
                label: t('territories.evidence.balancePoints'),
                value: format.signedNumber(balancePoints, 1)
              },
              ...(km === null
                ? []
                : [{ key: 'km', label: t('territories.evidence.km'), value: format.signedNumber(km) }]),
              ...(visitKm === null
                ? []
                : [{ key: 'visitKm', label: t('territories.evidence.visitKm'), value: format.signedNumber(visitKm) }])
            ]}
          />
        </>
      )
    }
    case 'byTeamSales':
      return <TeamEvidence evidence={evidence} currency={currency} />
  }
}

interface TeamEvidenceProps {
  readonly evidence: Extract<PlacementEvidence, { method: 'byTeamSales' }>
  readonly currency: CurrencyCode
}

function TeamEvidence({ evidence, currency }: TeamEvidenceProps) {
  const { t } = useText()
  const format = useFormat()
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
