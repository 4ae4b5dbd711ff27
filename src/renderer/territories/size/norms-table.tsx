// Calls a year and minutes a call for each class of account: an editable grid over the values of the field that says the class.
import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type CellEdit, type Column, DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { ScenarioId } from '#shared/plans/types.ts'
import type { Sizing, TerritorySettings } from '#shared/territories/measure-types.ts'
import type { TextField } from '#shared/territories/rule-types.ts'
import { useSaveSettings } from '../parts/save-settings.ts'
import { useRuleWords } from '../rules/words.ts'
import { editNorms, type NormRow, normRows } from './norm-rows.ts'

interface NormsTableProps {
  readonly scenarioId: ScenarioId
  readonly settings: TerritorySettings
  readonly sizing: Sizing | undefined
  readonly isLocked: boolean
}

const classFields: readonly TextField[] = [
  'segment',
  'industry',
  'country',
  'region',
  'province',
  'city',
  'owner',
  'parent'
]
/** With more classes than this the grid scrolls by itself. */
const mostOpen = 10

export function NormsTable({ scenarioId, settings, sizing, isLocked }: NormsTableProps) {
  const { t } = useText()
  const format = useFormat()
  const words = useRuleWords(noConditions)
  const save = useSaveSettings(scenarioId, settings)
  const own = useQuery('territories.listOwnFields', {}).value ?? []
  const values = useQuery('territories.listFieldValues', { field: settings.classField }).value
  const rows = useMemo(() => normRows(settings, values ?? [], sizing), [settings, values, sizing])
  const columns = useMemo((): Column<NormRow>[] => {
    const edit = (key: 'callsPerYear' | 'minutesPerCall') =>
      isLocked
        ? {}
        : {
            edit: {
              kind: 'number' as const,
              commit: (row: NormRow, value: string | number | null) =>
                save(editNorms(settings, [{ row, column: key, value }]))
            }
          }
    const missing = (row: NormRow) =>
      row.value === null || settings.otherCalls === null ? t('territories.size.noNorm') : t('territories.size.asOthers')
    return [
      {
        key: 'class',
        header: words.field(settings.classField),
        kind: 'text',
        width: 250,
        value: (row) =>
          row.value === null ? t('territories.size.others') : words.value(settings.classField, row.label)
      },
      {
        key: 'accounts',
        header: t('territories.columns.accounts'),
        kind: 'number',
        width: 84,
        value: (row) => row.accounts,
        // Classes without a norm are in the row of all such classes too.
        total: (seen) =>
          format.number(
            seen.reduce(
              (sum, row) => sum + (row.value === null || row.callsPerYear !== null ? (row.accounts ?? 0) : 0),
              0
            )
          )
      },
      {
        key: 'callsPerYear',
        header: t('territories.size.callsPerYear'),
        kind: 'number',
        digits: rows.some((row) => !Number.isInteger(row.callsPerYear ?? 0)) ? 1 : 0,
        width: 100,
        value: (row) => row.callsPerYear,
        missing,
        ...edit('callsPerYear')
      },
      {
        key: 'minutesPerCall',
        header: t('territories.size.minutesPerCall'),
        kind: 'number',
        digits: 0,
        width: 100,
        value: (row) => row.minutesPerCall,
        missing,
        ...edit('minutesPerCall')
      },
      {
        key: 'hours',
        header: t('territories.size.hoursPerYear'),
        kind: 'number',
        digits: 0,
        width: 100,
        value: (row) => row.hours,
        missing,
        total: (seen) => format.number(seen.reduce((sum, row) => sum + (row.hours ?? 0), 0))
      }
    ]
  }, [t, format, words, settings, rows, isLocked, save])
  const fields = [
    ...classFields.map((field) => ({ value: field as string, label: words.field(field) })),
    ...own.map((each) => ({ value: `custom:${each.name}`, label: each.name }))
  ]
  return (
    <Section
      title={t('territories.size.norms')}
      subtitle={t('territories.size.normsHelp')}
      actions={
        <Select
          aria-label={t('territories.size.classField')}
          searchable
          allowDeselect={false}
          disabled={isLocked}
          value={settings.classField}
          data={fields}
          onChange={(field) => {
            if (field !== null && field !== settings.classField) save({ classField: field as TextField, callNorms: [] })
          }}
        />
      }
    >
      <DataTable
        label={t('territories.size.norms')}
        layoutName="territory-call-norms"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.value ?? ''}
        isLoading={values === undefined}
        totals={t('territories.accounts.total')}
        search={false}
        isCompact
        height={rows.length > mostOpen ? 330 : 'auto'}
        empty={<EmptyState title={t('territories.size.noClass')} />}
        {...(isLocked ? {} : { onEditMany: (edits: readonly CellEdit<NormRow>[]) => save(editNorms(settings, edits)) })}
      />
    </Section>
  )
}

const noConditions: readonly never[] = []
