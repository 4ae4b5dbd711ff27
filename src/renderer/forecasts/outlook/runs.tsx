// The forecasts that were kept: open one as it was made, or take it away.
import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { ForecastId, ForecastRunRow } from '#shared/forecasts/types.ts'
import { useForecastWords } from './use-words.ts'
import './runs.css'

interface RunsProps {
  readonly runs: readonly ForecastRunRow[]
  readonly seenId: ForecastId | undefined
  readonly isLocked: boolean
  readonly onOpen: (id: ForecastId | undefined) => void
}

export function Runs({ runs, seenId, isLocked, onOpen }: RunsProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useForecastWords()
  const remove = useCommand('forecasts.remove')
  const amount = (row: ForecastRunRow) => {
    const money = (minor: number) => format.money(minor, row.currency, { digits: 0 })
    if (row.low80Minor === null || row.high80Minor === null) return money(row.middleMinor)
    return `${money(row.low80Minor)} – ${money(row.high80Minor)} · ${money(row.middleMinor)}`
  }
  return (
    <Section title={t('forecasts.runs.title')}>
      {runs.length === 0 ? <p className="muted">{t('forecasts.runs.none')}</p> : null}
      <ul className="forecast-runs">
        {runs.map((row) => (
          <li key={row.id} className={row.id === seenId ? 'forecast-run forecast-run-seen' : 'forecast-run'}>
            <UnstyledButton
              className="forecast-run-open"
              aria-current={row.id === seenId}
              onClick={() => onOpen(row.id === seenId ? undefined : row.id)}
            >
              <span>{format.dateTime(row.madeAt)}</span>
              <span className="muted small">
                {t('forecasts.runs.line', {
                  method: t(`forecasts.methods.${row.method}.name`),
                  cut: words.cut(row.cut)
                })}
              </span>
              <span className="muted small numbers">
                {words.span(row.fromKey, row.toKey)}: {amount(row)}
              </span>
            </UnstyledButton>
            <ActionIcon
              variant="subtle"
              aria-label={t('forecasts.runs.remove')}
              disabled={isLocked}
              onClick={() => {
                if (row.id === seenId) onOpen(undefined)
                void remove.run({ forecastId: row.id })
              }}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </Section>
  )
}
