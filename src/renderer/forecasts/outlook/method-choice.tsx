// The methods with what each would have done before, and why one is proposed.
import { Radio } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { WhyNote } from '#renderer/ui/why.tsx'
import type { Backtest, MethodComparison, MethodId } from '#shared/forecasts/types.ts'
import './method-choice.css'

interface MethodChoiceProps {
  readonly backtest: Backtest
  readonly method: MethodId | null
  readonly isDisabled: boolean
  readonly onChange: (method: MethodId) => void
}

export function MethodChoice({ backtest, method, isDisabled, onChange }: MethodChoiceProps) {
  const { t } = useText()
  const isFew = backtest.origins > 0 && backtest.origins < 3
  return (
    <Section title={t('forecasts.method')}>
      <Radio.Group
        aria-label={t('forecasts.method')}
        value={method ?? ''}
        onChange={(id) => {
          const chosen = backtest.methods.find((each) => each.method === id)
          if (chosen) onChange(chosen.method)
        }}
      >
        <div className="method-list">
          {backtest.methods.map((each) => (
            <MethodRow
              key={each.method}
              comparison={each}
              isProposed={each.method === backtest.proposed}
              isDisabled={isDisabled}
            />
          ))}
        </div>
      </Radio.Group>
      {backtest.origins > 0 ? (
        <WhyNote>{t('forecasts.backtest.explain', { origins: backtest.origins })}</WhyNote>
      ) : (
        <WhyNote>{t('forecasts.backtest.missing', { count: backtest.missingPeriods })}</WhyNote>
      )}
      {isFew ? <WhyNote>{t('forecasts.backtest.few')}</WhyNote> : null}
    </Section>
  )
}

interface MethodRowProps {
  readonly comparison: MethodComparison
  readonly isProposed: boolean
  readonly isDisabled: boolean
}

function MethodRow({ comparison, isProposed, isDisabled }: MethodRowProps) {
  const { t } = useText()
  const format = useFormat()
  const { method, isPossible, needs, maseRatio, wapeRatio, comparedCount } = comparison
  const figures = [
    maseRatio === null ? '' : `${t('forecasts.backtest.mase')} ${format.number(maseRatio, 2)}`,
    wapeRatio === null ? '' : `${t('forecasts.backtest.wape')} ${format.percent(wapeRatio)}`,
    comparedCount === 0 ? '' : t('ui.cases', { n: format.number(comparedCount) })
  ].filter((text) => text !== '')
  return (
    <div className="method-row">
      <Radio
        value={method}
        disabled={isDisabled || !isPossible}
        label={t(`forecasts.methods.${method}.name`)}
        description={t(`forecasts.methods.${method}.how`)}
      />
      <div className="method-figures">
        {figures.length > 0 ? <span className="muted small numbers">{figures.join(' · ')}</span> : null}
        {isPossible ? null : <Tag>{t('forecasts.needs', { count: needs })}</Tag>}
        {isProposed ? <Tag tone="accent">{t('forecasts.proposed')}</Tag> : null}
        {comparison.isBaseline ? <Tag>{t('forecasts.baseline')}</Tag> : null}
        {comparison.beatsBaseline === false ? <Tag tone="amber">{t('forecasts.notBetter')}</Tag> : null}
      </div>
    </div>
  )
}
