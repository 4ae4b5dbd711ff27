// Findings as lines: the rule, how many rows, the amount they touch, a few examples.
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { Finding } from '#shared/import/types.ts'
import { ruleWords, severityTones } from './words.ts'

export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = useSession().settings
  if (findings.length === 0) return <p className="muted">{t('import.wizard.noFindings')}</p>
  return (
    <ul className="import-findings">
      {findings.map((finding) => (
        <li key={finding.rule}>
          <span className="import-finding-line">
            <span>{ruleWords(t, finding.rule)}</span>
            <span className="numbers">{format.number(finding.count)}</span>
          </span>
          <span className="muted small import-finding-more">
            {finding.severity === 'note' ? null : (
              <Tag tone={severityTones[finding.severity]}>{t(`import.severity.${finding.severity}`)}</Tag>
            )}
            {finding.amountMinor !== null && finding.amountMinor !== 0 ? (
              <span className="numbers">{format.money(finding.amountMinor, currency)}</span>
            ) : null}
            {finding.examples.length > 0 ? <span>{finding.examples.join(', ')}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
