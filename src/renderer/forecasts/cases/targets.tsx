// What was handed over from cases as a target, the newest first, each to be taken away; and what the data don't tell about the levers.
import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { CaseBaseAnswer } from '#shared/forecasts/case-base.ts'
import type { CaseView } from './case-view.ts'
import { useCaseWords } from './use-case-words.ts'

export function Targets({ scenarioId, base, isLocked }: CaseView) {
  const { t } = useText()
  const format = useFormat()
  const words = useCaseWords(base.currency)
  const kept = useQuery('forecasts.listCaseTargets', { scenarioId }).value ?? []
  const remove = useCommand('forecasts.removeCaseTarget')
  if (kept.length === 0) return null
  return (
    <Section title={t('forecasts.cases.targets.title')}>
      <ul className="cases-kept">
        {kept.map((each) => (
          <li key={each.forecastId}>
            <span>
              {each.name}: {words.money(each.targetMinor)}
              <span className="muted small cases-line">
                {t('forecasts.cases.targets.line', {
                  at:
                    each.percentile === null
                      ? t('forecasts.cases.target.middle')
                      : t('forecasts.cases.target.percentile', { percentile: String(each.percentile) }),
                  stretch: format.signedPercent(each.stretchRatio, 1),
                  on: format.dateTime(each.madeAt)
                })}
              </span>
            </span>
            <ActionIcon
              variant="subtle"
              disabled={isLocked}
              aria-label={t('forecasts.cases.targets.remove', { name: each.name, on: format.dateTime(each.madeAt) })}
              onClick={() => void remove.run({ forecastId: each.forecastId })}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** How the forecast that cases start from came about, and what couldn't be measured. */
export function Basis({ answer }: { readonly answer: CaseBaseAnswer }) {
  const { t } = useText()
  const format = useFormat()
  const { base, open, missing } = answer
  const words = useCaseWords(base.currency)
  return (
    <Section title={t('forecasts.cases.basis.title')}>
      <ul className="cases-notes">
        <li>
          {answer.method === null
            ? t('forecasts.cases.basis.over')
            : t('forecasts.cases.basis.forecast', {
                count: answer.historyMonths,
                on: format.date(base.dataAsOf)
              })}
        </li>
        <li>
          {t('forecasts.cases.basis.measured', {
            from: format.date(answer.measuredFrom),
            to: format.date(answer.measuredTo)
          })}
        </li>
        {open.deals === 0 ? null : (
          <li>{t('forecasts.cases.basis.open', { count: open.deals, amount: words.money(open.expectedMinor) })}</li>
        )}
        {open.withoutAmount === 0 ? null : (
          <li>{t('forecasts.cases.basis.withoutAmount', { count: open.withoutAmount })}</li>
        )}
        {open.placedByAge === 0 ? null : <li>{t('forecasts.cases.basis.placedByAge', { count: open.placedByAge })}</li>}
        {open.aboveForecastMinor === 0 ? null : (
          <li>{t('forecasts.cases.basis.aboveForecast', { amount: words.money(open.aboveForecastMinor) })}</li>
        )}
        {missing.map(({ fact, reason }) => (
          <li key={fact}>
            {t('forecasts.cases.basis.missing', {
              fact: t(`forecasts.cases.facts.${fact}`),
              reason: t(`forecasts.cases.reasons.${reason}`)
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
