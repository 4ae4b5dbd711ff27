// One table of a file: what it holds (correctable), how it was read, the profile it fits, its columns, and its rows as they stand.
import { Button, NativeSelect } from '@mantine/core'
import { useText } from '#renderer/i18n/use-text.ts'
import { type EntityName, entities } from '#shared/import/entities/index.ts'
import type { TablePreview } from '#shared/import/types.ts'
import { ProfileLine } from './profile-line.tsx'
import { RawRows } from './raw-rows.tsx'
import { Reading } from './reading.tsx'
import { TableColumns } from './table-columns.tsx'
import type { Wizard } from './use-wizard.ts'
import { entityWords, tableWords } from './words.ts'

export interface TablePaneProps {
  readonly table: TablePreview
  readonly wizard: Wizard
}

export function TablePane({ table, wizard }: TablePaneProps) {
  const { t } = useText()
  const name = tableWords(table)
  const said = wizard.state.tables.find((each) => each.key === table.key)
  const options = [
    ...entities.map((entity) => ({ value: entity.name, label: entityWords(t, entity.name) })),
    { value: '', label: t('import.skip') }
  ]
  const asEntity = (value: string): EntityName | null => entities.find((entity) => entity.name === value)?.name ?? null
  const choose = (choice: Parameters<typeof wizard.change>[0] & { type: 'chooseTable' }): void => wizard.change(choice)
  return (
    <section className="wizard-pane" aria-label={name}>
      <header className="wizard-pane-head">
        <h2>{name}</h2>
        <div className="wizard-holds">
          <span className="muted small" aria-hidden="true">
            {t('import.holds')}
          </span>
          <NativeSelect
            size="xs"
            aria-label={`${t('import.holds')}: ${name}`}
            data={options}
            value={table.entity ?? ''}
            onChange={(event) =>
              choose({ type: 'chooseTable', key: table.key, choice: { entity: asEntity(event.currentTarget.value) } })
            }
          />
        </div>
      </header>
      <Reading table={table} wizard={wizard} />
      {table.profile === null ? null : (
        <ProfileLine
          profile={table.profile}
          onAnew={() => choose({ type: 'chooseTable', key: table.key, choice: { ignoresProfiles: true } })}
        />
      )}
      {said?.ignoresProfiles === true ? (
        <p className="wizard-profile">
          {t('import.wizard.profile.isAnew')}{' '}
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => choose({ type: 'chooseTable', key: table.key, choice: { ignoresProfiles: undefined } })}
          >
            {t('import.wizard.profile.useAgain')}
          </Button>
        </p>
      ) : null}
      {table.entity === null ? (
        <p className="muted">
          {t(table.visibility === 'visible' ? 'import.wizard.notImported' : 'import.wizard.hiddenOut')}
        </p>
      ) : (
        <TableColumns table={table} entity={table.entity} wizard={wizard} />
      )}
      <RawRows
        table={table}
        onHeader={(row) =>
          choose({ type: 'chooseTable', key: table.key, choice: { headerRow: row, headerRows: row === 0 ? 0 : 1 } })
        }
      />
    </section>
  )
}
