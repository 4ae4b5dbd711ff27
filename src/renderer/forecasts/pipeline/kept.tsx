// The simulations that were kept with the scenario, the newest first, each to be taken away.
import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useSession } from '#renderer/session.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { usePipelineWords } from './use-pipeline-words.ts'

interface KeptProps {
  readonly scenarioId: ScenarioId
  readonly currency: CurrencyCode
}

export function Kept({ scenarioId, currency }: KeptProps) {
  const { t } = useText()
  const format = useFormat()
  const { isLocked } = useSession()
  const words = usePipelineWords(currency)
  const kept = useQuery('forecasts.keptPipelines', { scenarioId }).value ?? []
  const remove = useCommand('forecasts.removePipeline')
  return (
    <Section title={t('forecasts.pipeline.kept.title')}>
      {kept.length === 0 ? <p className="muted">{t('forecasts.pipeline.kept.none')}</p> : null}
      <ul className="pipeline-sources">
        {kept.map(({ forecastId, madeAt, total }) => (
          <li key={forecastId}>
            <span>
              {format.dateTime(madeAt)}
              <span className="muted small pipeline-line">
                {t('forecasts.pipeline.kept.line', {
                  from: words.period(total.fromKey),
                  to: words.period(total.toKey),
                  range: words.range(total.p10Minor, total.p90Minor),
                  middle: words.money(total.p50Minor)
                })}
              </span>
            </span>
            <ActionIcon
              variant="subtle"
              disabled={isLocked}
              aria-label={t('forecasts.pipeline.kept.remove', { on: format.dateTime(madeAt) })}
              onClick={() => void remove.run({ forecastId })}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </Section>
  )
}
