// How sound the data under each kind of figure is: at most four small figures, each with its n, what weakens it most, and why.
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Why, WhyNote } from '#renderer/ui/why.tsx'
import type { QualityScore } from '#shared/import/types.ts'
import { ruleWords } from './words.ts'

export interface QualityScoresProps {
  readonly onRule: (rule: string) => void
}

export function QualityScores({ onRule }: QualityScoresProps) {
  const { t, tError } = useText()
  const query = useQuery('import.listQualityScores', {})
  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  if (query.value === undefined) return <Skeleton kind="cards" />
  return (
    <div className="kept-scores">
      {query.value.map((score) => (
        <Score key={score.measure} score={score} onRule={onRule} />
      ))}
    </div>
  )
}

/** Rounded down: what is not wholly sound must never read as 100 %. */
const shownRatio = (ratio: number): number => Math.floor(ratio * 1000) / 1000

function Score({ score, onRule }: { readonly score: QualityScore; readonly onRule: (rule: string) => void }) {
  const { t } = useText()
  const format = useFormat()
  const label = t(`import.measures.${score.measure}`)
  const [heaviest] = score.rules
  return (
    <section className="kept-score" aria-label={label}>
      <h2>{label}</h2>
      <div>
        <span className="kept-score-value numbers">
          {score.ratio === null ? (
            <Missing reason={t('import.score.noRows')} />
          ) : (
            <Why title={t('import.score.why', { measure: label })} of={format.percent(shownRatio(score.ratio), 1)}>
              {score.rules.length === 0 ? <p>{t('import.score.allSound')}</p> : null}
              <ul className="kept-why">
                {score.rules.map((each) => (
                  <li key={each.rule}>
                    <button type="button" className="crm-link" onClick={() => onRule(each.rule)}>
                      {ruleWords(t, each.rule)}
                    </button>
                    <span className="numbers">{format.number(each.count)}</span>
                  </li>
                ))}
              </ul>
              <WhyNote>{t('import.score.meaning')}</WhyNote>
            </Why>
          )}
        </span>{' '}
        <span className="muted small numbers">
          {t('import.score.of', { sound: format.number(score.sound), of: format.number(score.of) })}
        </span>
      </div>
      <p className="muted small">
        {heaviest === undefined
          ? t('import.score.nothing')
          : t('import.score.most', { rule: ruleWords(t, heaviest.rule), rows: format.number(heaviest.count) })}
      </p>
    </section>
  )
}
