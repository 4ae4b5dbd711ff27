// The tables found in the files: what each holds (correctable) and what an import would do with its rows. Choosing one shows its columns.
import { CloseButton, NativeSelect, VisuallyHidden } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { type EntityName, entities } from '#shared/import/entities/index.ts'
import type { TablePreview } from '#shared/import/types.ts'
import { entityWords } from './words.ts'

export interface TableListProps {
  readonly tables: readonly TablePreview[]
  readonly shown: string | undefined
  readonly onShow: (key: string) => void
  readonly onEntity: (key: string, entity: EntityName | null) => void
  readonly onRemove: (fileIndex: number) => void
}

export function TableList({ tables, shown, onShow, onEntity, onRemove }: TableListProps) {
  const { t } = useText()
  const format = useFormat()
  // Columns that would say 0 all the way down stay away.
  const columns = (['new', 'changed', 'same', 'rejected'] as const).filter(
    (what) => what === 'new' || tables.some((table) => table.counts[what] > 0)
  )
  const count = (n: number) => (n === 0 ? <span className="muted">0</span> : format.number(n))
  const options = [
    ...entities.map((entity) => ({ value: entity.name, label: entityWords(t, entity.name) })),
    { value: '', label: t('import.skip') }
  ]
  const asEntity = (value: string): EntityName | null => entities.find((entity) => entity.name === value)?.name ?? null
  return (
    <div className="import-scroll">
      <table className="import-grid" aria-label={t('import.files')}>
        <thead>
          <tr>
            <th>{t('import.file')}</th>
            <th>{t('import.holds')}</th>
            <th className="import-number">{t('import.howMany')}</th>
            {columns.map((what) => (
              <th key={what} className="import-number">
                {t(`import.${what}Rows`)}
              </th>
            ))}
            <th>
              <VisuallyHidden>{t('ui.close')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => {
            const name = table.sheet === null ? table.fileName : `${table.fileName} › ${table.sheet}`
            const isFirst = tables.find((each) => each.fileIndex === table.fileIndex)?.key === table.key
            return (
              <tr key={table.key} data-selected={table.key === shown}>
                <th scope="row">
                  <button type="button" className="import-pick" onClick={() => onShow(table.key)}>
                    {name}
                  </button>
                </th>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={`${t('import.holds')}: ${name}`}
                    data={options}
                    value={table.entity ?? ''}
                    onChange={(event) => onEntity(table.key, asEntity(event.currentTarget.value))}
                  />
                </td>
                <td className="import-number numbers">{format.number(table.rowCount)}</td>
                {columns.map((what) => (
                  <td key={what} className="import-number numbers">
                    {what === 'rejected' && table.counts.rejected > 0 ? (
                      <strong className="negative">{format.number(table.counts.rejected)}</strong>
                    ) : (
                      count(table.counts[what])
                    )}
                  </td>
                ))}
                <td>
                  {isFirst ? (
                    <CloseButton
                      size="xs"
                      aria-label={t('import.wizard.remove', { name: table.fileName })}
                      onClick={() => onRemove(table.fileIndex)}
                    />
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
