// The outcome of the simulation: key numbers with their target, by period, how the runs spread, what it hangs on, and what one must know.
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { OpportunityId } from '#shared/crm/types.ts'
import type { PipelineOverview, PipelineResult } from '#shared/forecasts/pipeline-view-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'
import { Kept } from './kept.tsx'
import { KeyFigures } from './key-figures.tsx'
import { Notes } from './notes.tsx'
import { PeriodChart } from './period-chart.tsx'
import { PeriodTable } from './period-table.tsx'
import { Sources } from './sources.tsx'
import { SpreadChart } from './spread-chart.tsx'

export interface ResultProps {
  readonly overview: PipelineOverview
  readonly result: PipelineResult
}

interface OutcomeProps extends ResultProps {
  readonly scenarioId: ScenarioId
  readonly onDeal: (id: OpportunityId) => void
}

export function Outcome({ scenarioId, overview, result, onDeal }: OutcomeProps) {
  const { t } = useText()
  return (
    <>
      <KeyFigures scenarioId={scenarioId} overview={overview} result={result} />
      <div className="pipeline-pictures">
        <Section isCard>
          <PeriodChart result={result} />
          <Soundness of={['bookings', 'pipeline']} isNamed />
        </Section>
        <Section isCard>
          <SpreadChart result={result} />
        </Section>
      </div>
      <Section title={t('forecasts.pipeline.periods.title')}>
        <PeriodTable result={result} />
      </Section>
      <div className="pipeline-halves">
        <Section title={t('forecasts.pipeline.sources.title')} subtitle={t('forecasts.pipeline.sources.subtitle')}>
          <Sources result={result} onDeal={onDeal} />
        </Section>
        <div className="pipeline-side">
          <Notes overview={overview} result={result} />
          <Kept scenarioId={scenarioId} currency={overview.currency} />
        </div>
      </div>
    </>
  )
}
