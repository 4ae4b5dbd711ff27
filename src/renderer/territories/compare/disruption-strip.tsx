// How much of today moves, in four measures, each with what it is divided by.
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Missing } from '#renderer/ui/missing.tsx'
import { Why, WhyNote, WhySteps } from '#renderer/ui/why.tsx'
import type { TerritoryComparison } from '#shared/territories/compare-types.ts'

export function DisruptionStrip({ comparison }: { readonly comparison: TerritoryComparison }) {
  const { t } = useText()
  const format = useFormat()
  const { disruption, currency } = comparison
  const money = (minor: number) => format.money(minor, currency, { digits: 0 })
  const measures = [
    { key: 'accounts', moved: format.number(disruption.accounts), ratio: disruption.accountsRatio },
    { key: 'revenue', moved: money(disruption.wonMinor), ratio: disruption.revenueRatio },
    { key: 'pipeline', moved: money(disruption.openMinor), ratio: disruption.pipelineRatio },
    {
      key: 'relationship',
      moved: t('territories.compare.years', { years: format.number(disruption.relationshipYears, 1) }),
      ratio: disruption.relationshipRatio
    }
  ] as const
  return (
    <section aria-label={t('territories.compare.disruption')}>
      <dl className="disruption">
        {measures.map(({ key, moved, ratio }) => (
          <div key={key}>
            <dt>{t(`territories.compare.moved.${key}`)}</dt>
            <dd>
              {ratio === null ? (
                <Missing reason={t('territories.compare.nothingBefore')} />
              ) : (
                <Why
                  title={t(`territories.compare.moved.${key}`)}
                  of={<span className="disruption-ratio">{format.percent(ratio, 1)}</span>}
                >
                  <p>{t(`territories.compare.meaning.${key}`)}</p>
                  <WhySteps
                    steps={[
                      { key: 'moved', label: t('territories.compare.movedOf'), value: moved },
                      {
                        key: 'ratio',
                        label: t('territories.compare.dividedByBefore', { name: comparison.left.scenarioName }),
                        value: format.percent(ratio, 1),
                        isResult: true
                      }
                    ]}
                  />
                  {key === 'relationship' ? <WhyNote>{t('territories.compare.relationshipNote')}</WhyNote> : null}
                </Why>
              )}{' '}
              <span className="muted small">{moved}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
