// What the total hangs on: the deals and common swings that make most of its uncertainty, as a list of bars.
import { UnstyledButton } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { Bar } from '#renderer/ui/bar.tsx'
import { Money } from '#renderer/ui/money.tsx'
import { Percent } from '#renderer/ui/percent.tsx'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { UncertaintySource } from '#shared/forecasts/pipeline-types.ts'
import type { PipelineResult } from '#shared/forecasts/pipeline-view-types.ts'

interface SourcesProps {
  readonly result: PipelineResult
  readonly onDeal: (id: OpportunityId) => void
}

const keyOf = (source: UncertaintySource): string => (source.kind === 'deal' ? `deal ${source.dealId}` : source.kind)

export function Sources({ result, onDeal }: SourcesProps) {
  const { t } = useText()
  const { sources, currency } = result.forecast
  if (sources.length === 0) return <p className="muted">{t('forecasts.pipeline.sources.none')}</p>
  const most = Math.max(...sources.map((source) => source.shareRatio))
  const name = (source: Exclude<UncertaintySource, { kind: 'deal' }>): string =>
    source.kind === 'otherDeals'
      ? t('forecasts.pipeline.sources.otherDeals', { count: source.count })
      : t(`forecasts.pipeline.sources.${source.kind}`)
  return (
    <ul className="pipeline-sources">
      {sources.map((source) => (
        <li key={keyOf(source)}>
          {source.kind === 'deal' ? (
            <UnstyledButton className="pipeline-link" onClick={() => onDeal(source.dealId)}>
              {source.label}{' '}
              <span className="muted small">
                <Money minor={source.amountMinor} currency={currency} digits={0} />
              </span>
            </UnstyledButton>
          ) : (
            <span>{name(source)}</span>
          )}
          <Bar ratio={source.shareRatio} max={most} width={70}>
            <Percent ratio={source.shareRatio} digits={source.shareRatio < 0.1 ? 1 : 0} />
          </Bar>
        </li>
      ))}
    </ul>
  )
}
