// What of the year is to be mended: days nobody covers, each with the way to fill it, and days on which parts come to more than the whole.
import { Button, UnstyledButton } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { TerritoryId } from '#shared/territories/types.ts'
import type { TimelineRow, Vacancy } from './timeline-rows.ts'
import { useCoverageWords } from './words.ts'

interface VacanciesProps {
  readonly rows: readonly TimelineRow[]
  readonly vacancies: readonly Vacancy[]
  readonly isLocked: boolean
  readonly onFill: (vacancy: Vacancy) => void
  readonly onSelect: (id: TerritoryId) => void
}

export function Vacancies({ rows, vacancies, isLocked, onFill, onSelect }: VacanciesProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useCoverageWords()
  const overlaps = rows.flatMap((row) => row.overlaps.map((overlap) => ({ overlap, territory: row.territory })))
  return (
    <div className="territory-pane">
      <Section title={t('territories.coverage.vacancies')}>
        {vacancies.length === 0 ? <p className="muted">{t('territories.coverage.noVacancy')}</p> : null}
        <ul className="coverage-list">
          {vacancies.map((vacancy) => (
            <li key={`${vacancy.territory.id} ${vacancy.fromOn}`}>
              <span className="coverage-words">
                <UnstyledButton className="territory-link" onClick={() => onSelect(vacancy.territory.id)}>
                  {vacancy.territory.name}
                </UnstyledButton>{' '}
                <span className="muted small">
                  {words.days(vacancy)} · {t('territories.coverage.days', { count: vacancy.days })}
                </span>
              </span>
              {isLocked ? null : (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t('territories.coverage.fillOf', { name: vacancy.territory.name })}
                  onClick={() => onFill(vacancy)}
                >
                  {t('territories.coverage.fill')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {overlaps.length > 0 ? (
        <Section title={t('territories.coverage.overlaps')}>
          <ul className="coverage-list">
            {overlaps.map(({ overlap, territory }) => (
              <li key={`${territory.id} ${overlap.fromOn}`}>
                <span className="coverage-words">
                  <UnstyledButton className="territory-link" onClick={() => onSelect(territory.id)}>
                    {territory.name}
                  </UnstyledButton>{' '}
                  <span className="negative small">
                    {t('territories.coverage.tooMuch', {
                      share: format.percent(overlap.shareRatio),
                      days: words.days(overlap)
                    })}
                  </span>{' '}
                  <span className="muted small">{format.list(overlap.sellerNames)}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}
