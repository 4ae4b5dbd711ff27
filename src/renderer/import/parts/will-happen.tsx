// The right side of the preview: what an import would make, which stage means what, what was found, which rows are not taken.
import { Box, VisuallyHidden } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import type { ImportPreview, RejectedRow } from '#shared/import/types.ts'
import { Findings } from './findings.tsx'
import { entityWords, ruleWords } from './words.ts'

const statusTones = { open: 'neutral', won: 'green', lost: 'amber' } as const

export function WillHappen({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText()
  const format = useFormat()
  return (
    // The pane scrolls and holds nothing else that could take the keyboard.
    <Box className="import-side" tabIndex={0}>
      <table className="import-counts">
        <thead>
          <tr>
            <th>
              <VisuallyHidden>{t('import.holds')}</VisuallyHidden>
            </th>
            <th>{t('import.newRows')}</th>
            <th>{t('import.changedRows')}</th>
            <th>{t('import.sameRows')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.entities.map((each) => (
            <tr key={each.entity}>
              <th scope="row">
                {entityWords(t, each.entity)}
                {each.implied > 0 ? (
                  <span className="muted small import-implied">
                    {t('import.wizard.implied', { count: each.implied })}
                  </span>
                ) : null}
              </th>
              <td className="numbers">{format.number(each.new)}</td>
              <td className="numbers">{format.number(each.changed)}</td>
              <td className="numbers">{format.number(each.same)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.stages.length > 0 ? (
        <Section title={t('import.wizard.stages')}>
          <ul className="import-stages">
            {preview.stages.map((stage) => (
              <li key={stage.name}>
                <span>
                  {stage.name} {stage.isNew ? <span className="muted small">{t('import.wizard.stageNew')}</span> : null}
                </span>
                <span>
                  <Tag tone={statusTones[stage.status]}>{t(`crm.status.${stage.status}`)}</Tag>{' '}
                  <span className="numbers">{format.number(stage.deals)}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('import.wizard.findings')}>
        <Findings findings={preview.findings} />
      </Section>
      {preview.rejected.length > 0 ? (
        <Section title={t('import.rejected')}>
          <Rejected rows={preview.rejected} />
        </Section>
      ) : null}
    </Box>
  )
}

const mostShown = 50

export function Rejected({ rows }: { readonly rows: readonly RejectedRow[] }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <ul className="import-rejected">
      {rows.slice(0, mostShown).map((row) => (
        <li key={`${row.fileName} ${row.sheet} ${row.rowNumber}`}>
          <span>
            {t('import.rejectedWhy', {
              file: row.sheet ?? row.fileName,
              row: format.number(row.rowNumber),
              why: ruleWords(t, row.rule)
            })}
          </span>
          <span className="muted small">
            {row.header === '' ? row.cell : t('import.rejectedCell', { header: row.header, cell: row.cell })}
          </span>
        </li>
      ))}
    </ul>
  )
}
