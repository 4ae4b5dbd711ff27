// A page for each seller whose accounts change, ready to be printed or kept as PDF: what they gain and from whom, what they hand over and to whom.
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { TerritoryComparison } from '#shared/territories/compare-types.ts'
import { type LetterLine, lettersOf } from './letters-of.ts'

export function Letters({ comparison }: { readonly comparison: TerritoryComparison }) {
  const { t } = useText()
  const format = useFormat()
  const letters = useMemo(() => lettersOf(comparison), [comparison])
  if (letters.length === 0) return <EmptyState title={t('territories.compare.noLetters')} picture="page" />
  const { left, right } = comparison
  return (
    <div className="letters">
      <div className="territory-tools compare-tools">
        <span className="muted">{t('territories.compare.letterCount', { count: letters.length })}</span>
        <span className="territory-spring" />
        <Button variant="default" leftSection={<IconPrinter size={14} />} onClick={() => window.print()}>
          {t('territories.compare.print')}
        </Button>
      </div>
      {letters.map(({ sellerId, sellerName, gains, handsOver, accounts }) => {
        const toWhom = [...new Set(handsOver.flatMap((line) => line.others))]
        return (
          <article key={sellerId} className="letter" aria-label={sellerName}>
            <h2>{sellerName}</h2>
            <p className="muted">
              {t('territories.compare.letter.states', {
                before: left.scenarioName,
                beforeOn: format.date(left.onDate),
                after: right.scenarioName,
                afterOn: format.date(right.onDate)
              })}
            </p>
            <p>
              {[
                gains.length > 0 ? t('territories.compare.letter.gain', { count: gains.length }) : '',
                handsOver.length === 0
                  ? ''
                  : toWhom.length > 0
                    ? t('territories.compare.letter.handOverTo', {
                        count: handsOver.length,
                        names: format.list(toWhom)
                      })
                    : t('territories.compare.letter.handOver', { count: handsOver.length }),
                t('territories.compare.letter.then', { count: accounts })
              ]
                .filter((words) => words !== '')
                .join(' ')}
            </p>
            <LetterList title={t('territories.compare.letter.gainTitle')} lines={gains} isGain />
            <LetterList title={t('territories.compare.letter.handOverTitle')} lines={handsOver} />
          </article>
        )
      })}
    </div>
  )
}

interface LetterListProps {
  readonly title: string
  readonly lines: readonly LetterLine[]
  readonly isGain?: boolean
}

function LetterList({ title, lines, isGain = false }: LetterListProps) {
  const { t } = useText()
  if (lines.length === 0) return null
  const other = t(isGain ? 'territories.compare.letter.from' : 'territories.compare.letter.to')
  return (
    <table className="letter-list">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('territories.accounts.columns.name')}</th>
          <th scope="col">{other}</th>
          <th scope="col">{t('territories.columns.name')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.accountId}>
            <td>{line.accountName}</td>
            <td>{line.others.join(', ') || t('territories.compare.letter.nobody')}</td>
            <td>{line.territory ?? t('territories.source.none')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
