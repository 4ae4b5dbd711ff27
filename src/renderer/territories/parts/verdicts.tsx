// What the rules say about one account: which wins, which hold but lose to it, and at which condition the others fail.
import { IconCheck, IconEqual, IconX } from '@tabler/icons-react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { AccountId } from '#shared/crm/types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { RuleVerdict } from '#shared/territories/rule-types.ts'
import { type RuleWords, useRuleWords } from '../rules/words.ts'

interface VerdictsProps {
  readonly scenarioId: ScenarioId
  readonly accountId: AccountId
}

/** Rules that fail beyond these are counted. */
const mostFailing = 3

export function Verdicts({ scenarioId, accountId }: VerdictsProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const query = useQuery('territories.explainPlacement', { scenarioId, accountId })
  const verdicts = query.value?.verdicts ?? []
  const words = useRuleWords(verdicts.flatMap((each) => each.conditions))
  if (query.error) return <Problem title={tError(query.error)} />
  // The answer opens where it will have room: it takes its place before it is there.
  if (!query.value)
    return (
      <div className="verdict-room">
        <Skeleton kind="text" rows={4} />
      </div>
    )
  if (verdicts.length === 0) return null
  const failing = verdicts.filter((each) => each.outcome === 'fails')
  const holding = verdicts.filter((each) => each.outcome !== 'fails')
  const rest = failing.length - mostFailing
  return (
    <>
      <p className="verdict-title">{t('territories.verdicts.title')}</p>
      {holding.some((each) => each.outcome === 'wins') ? null : <p>{t('territories.verdicts.none')}</p>}
      <ul className="verdict-list">
        {[...holding, ...failing.slice(0, mostFailing)].map((each) => (
          <Verdict key={each.ruleId} verdict={each} words={words} />
        ))}
      </ul>
      {rest > 0 ? (
        <p className="muted small">{t('territories.verdicts.moreFail', { count: rest, shown: format.number(rest) })}</p>
      ) : null}
    </>
  )
}

const icons = { wins: IconCheck, loses: IconEqual, fails: IconX } as const

function Verdict({ verdict, words }: { readonly verdict: RuleVerdict; readonly words: RuleWords }) {
  const { t } = useText()
  const { outcome, conditions, territoryName, failing, note } = verdict
  const Icon = icons[outcome]
  const had = failing === null ? null : valueWords(failing, words)
  return (
    <li className={`verdict verdict-${outcome}`}>
      <Icon size={14} aria-hidden="true" />
      <span>
        <span className="verdict-outcome">{t(`territories.verdicts.${outcome}`)}</span>{' '}
        {outcome === 'fails' && failing
          ? had === null
            ? t('territories.verdicts.failsAt', {
                condition: words.condition(failing.condition),
                territory: territoryName
              })
            : t('territories.verdicts.failsWith', {
                condition: words.condition(failing.condition),
                territory: territoryName,
                value: had
              })
          : `${words.sentence(conditions)} → ${territoryName}`}
        {note ? <span className="muted small"> {note}</span> : null}
      </span>
    </li>
  )
}

/** What the account has where the failing condition looks; null where saying it adds nothing. */
function valueWords({ condition, value }: NonNullable<RuleVerdict['failing']>, words: RuleWords): string | null {
  if (value === null) return null
  if (condition.kind === 'text' || condition.kind === 'filled') return words.value(condition.field, String(value))
  return condition.kind === 'number' && typeof value === 'number' ? words.number(condition.field, value) : String(value)
}
