// Rows that could not be taken, as a grid mended in place: what stopped each is marked, mended ones are taken again by themselves, and
// what is still wrong stays with its new reason.
import { Button, Group, Select, Switch } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { useCommand, useJob, useQuery } from '#renderer/engine-client.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type CellEdit, DataTable, type RowKey } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import { Work } from '#renderer/ui/work.tsx'
import type { ImportId, QuarantineRow } from '#shared/import/types.ts'
import { columnAt, useQuarantineColumns } from './quarantine-columns.tsx'
import { hasMending, type Mend, mendOf, type QuarantineTable, tablesOf } from './quarantine-rows.ts'
import { entityWords } from './words.ts'

export interface QuarantineProps {
  /** Only what this import left; all of it when undefined. */
  readonly importId: ImportId | undefined
  readonly onAll: () => void
}

/** The engine takes this many mended cells in one step. */
const mostMends = 5000

export function Quarantine({ importId, onAll }: QuarantineProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const [includesClosed, setIncludesClosed] = useState(false)
  const [chosenKey, setChosenKey] = useState<string>()
  // Outlives the grid: once the last row is taken there is none.
  const [said, setSaid] = useState<string>()
  const query = useQuery('import.listRejected', { ...(importId === undefined ? {} : { importId }), includesClosed })
  const imports = useQuery('import.listImports', {})
  const tables = useMemo(() => tablesOf(query.value ?? []), [query.value])
  const table = tables.find((each) => each.key === chosenKey) ?? tables.find((each) => each.open > 0) ?? tables[0]

  if (query.error) return <Problem title={tError(query.error)} action={{ label: t('ui.again'), onRun: query.reload }} />
  if (query.value === undefined) return <Skeleton kind="table" />
  const fileWords = ({ first, open }: QuarantineTable): string => {
    const place = first.sheet === null ? first.fileName : `${first.fileName} › ${first.sheet}`
    const importedAt = imports.value?.find((each) => each.id === first.importId)?.importedAt
    return [place, entityWords(t, first.entity), importedAt && format.dateTime(importedAt), format.number(open)]
      .filter(Boolean)
      .join(' · ')
  }
  const closedSwitch = (
    <Switch
      size="xs"
      label={t('import.quarantine.showClosed')}
      checked={includesClosed}
      onChange={(event) => setIncludesClosed(event.currentTarget.checked)}
    />
  )
  return (
    <>
      <p className="muted">{t('import.quarantine.meaning')}</p>
      <Group gap={12}>
        {tables.length > 1 && table ? (
          <Select
            size="xs"
            className="kept-file"
            aria-label={t('import.quarantine.file')}
            allowDeselect={false}
            value={table.key}
            data={tables.map((each) => ({
              value: each.key,
              label: fileWords(each)
            }))}
            onChange={(key) => setChosenKey(key ?? undefined)}
          />
        ) : null}
        {importId === undefined ? null : (
          <Button size="xs" onClick={onAll}>
            {t('import.quarantine.ofAll')}
          </Button>
        )}
        {closedSwitch}
      </Group>
      {said === undefined ? null : (
        <p role="status" className="kept-said">
          {said}
        </p>
      )}
      {table === undefined ? (
        <EmptyState title={t('import.quarantine.none')} />
      ) : (
        <QuarantineGrid key={table.key} rows={table.rows} onSaid={setSaid} />
      )}
    </>
  )
}

interface QuarantineGridProps {
  readonly rows: readonly QuarantineRow[]
  /** What came of taking rows again; undefined when it begins. */
  readonly onSaid: (words: string | undefined) => void
}

function QuarantineGrid({ rows, onSaid }: QuarantineGridProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const [checked, setChecked] = useState<ReadonlySet<RowKey>>(new Set())
  const { run: mend } = useCommand('import.mendRejected')
  const dismiss = useCommand('import.dismissRejected')
  const retry = useJob('import.retryRejected', { silent: true })
  const [first] = rows

  const send = useCallback(
    async (mends: Mend[]) => {
      for (let at = 0; at < mends.length; at += mostMends) await mend({ mends: mends.slice(at, at + mostMends) })
    },
    [mend]
  )
  const columns = useQuarantineColumns(
    rows,
    useCallback((each: Mend) => void send([each]), [send])
  )
  const editMany = (edits: readonly CellEdit<QuarantineRow>[]): void =>
    void send(
      edits.flatMap((edit) => {
        const column = columnAt(edit.column)
        return column === undefined ? [] : [mendOf(edit.row, column, edit.value)]
      })
    )

  // Rows that are gone from the list are no longer ticked.
  const ticked = rows.filter((row) => checked.has(row.id))
  const mended = rows.filter((row) => row.state === 'open' && hasMending(row))
  const taking = ticked.length > 0 ? ticked.filter((row) => row.state === 'open') : mended
  const idsOf = (state: QuarantineRow['state']) => ticked.filter((row) => row.state === state).map((row) => row.id)
  const close = async (rowIds: number[], isDismissed: boolean) => {
    if (rowIds.length === 0) return
    const reply = await dismiss.run({ rowIds, isDismissed })
    if (reply.ok) setChecked(new Set())
  }
  const take = async () => {
    onSaid(undefined)
    const reply = await retry.run({ rowIds: taking.map((row) => row.id) })
    if (!reply.ok) {
      if (reply.error.code !== 'engine.cancelled') onSaid(tError(reply.error))
      return
    }
    const { taken, left } = reply.value
    setChecked(new Set())
    onSaid(
      [
        t('import.quarantine.taken', { count: taken }),
        left > 0 ? t('import.quarantine.stillLeft', { count: left }) : ''
      ]
        .filter(Boolean)
        .join(' ')
    )
  }
  const asInFile = () =>
    send(ticked.flatMap((row) => Object.keys(row.edits).map((column) => ({ rowId: row.id, column: Number(column) }))))

  if (first === undefined) return null
  return (
    <>
      {retry.isBusy ? (
        <Work
          progress={retry.progress && { ...retry.progress, total: retry.progress.total ?? 0 }}
          label={retry.progress ? t(retry.progress.what as TextKey) : undefined}
          onCancel={retry.cancel}
        />
      ) : null}
      <DataTable
        label={t('import.quarantine.title', { file: first.sheet ?? first.fileName })}
        layoutName={`rejected ${first.entity} ${first.headers.length} ${first.headers.slice(0, 6).join(' ')}`.slice(
          0,
          160
        )}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onEditMany={editMany}
        checkedKeys={checked}
        onCheck={setChecked}
        checkedActions={[
          {
            label: t('import.quarantine.leaveOut'),
            isBusy: dismiss.isBusy,
            onRun: () => void close(idsOf('open'), true)
          },
          ...(ticked.some((row) => row.state === 'dismissed')
            ? [{ label: t('import.quarantine.putBack'), onRun: () => void close(idsOf('dismissed'), false) }]
            : []),
          ...(ticked.some(hasMending) ? [{ label: t('import.quarantine.asInFile'), onRun: () => void asInFile() }] : [])
        ]}
        exportName="rows-not-taken"
        totals={t('import.wizard.rows', { count: rows.length })}
        rowTone={(row) => (row.state === 'open' ? undefined : 'muted')}
        tools={
          <Button
            size="xs"
            leftSection={<IconRefresh size={14} />}
            disabled={taking.length === 0}
            loading={retry.isBusy}
            title={taking.length === 0 ? t('import.quarantine.takeHint') : undefined}
            onClick={() => void take()}
          >
            {taking.length === 0
              ? t('import.quarantine.take')
              : `${t('import.quarantine.take')} (${format.number(taking.length)})`}
          </Button>
        }
      />
    </>
  )
}
