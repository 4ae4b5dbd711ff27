// Takes over a table of people copied from a spreadsheet: what will happen is shown row by row before anything is written.
import { Button, Group, Modal, SegmentedControl, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Field } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { CellHabits } from '#shared/people/paste/cells.ts'
import { type PastedTable, pasteOrder, readPastedTable } from '#shared/people/paste/columns.ts'
import { type PeopleBefore, type PlannedRow, planPaste } from '#shared/people/paste/plan.ts'
import type { SellerAliasId, SellerRow, TeamRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { PastePreview, type PreviewRow } from './paste-preview.tsx'

interface PasteDialogProps {
  readonly sellers: readonly SellerRow[]
  readonly teams: readonly TeamRow[]
  readonly on: IsoDate
  readonly currency: CurrencyCode
  readonly numberLocale: string
  readonly initialText: string
  readonly onClose: () => void
}

/** What planning a paste needs to know, from the rows that the page has anyway. */
export function peopleBefore(sellers: readonly SellerRow[], teams: readonly TeamRow[]): PeopleBefore {
  return {
    sellers,
    teams,
    aliases: sellers.flatMap((row) =>
      row.aliases.map((alias) => ({ id: 0 as SellerAliasId, sellerId: row.id, alias }))
    ),
    memberships: sellers.flatMap((row) =>
      row.teamId === null
        ? []
        : [
            {
              id: 0 as PeopleBefore['memberships'][number]['id'],
              sellerId: row.id,
              teamId: row.teamId,
              fromOn: null,
              toOn: null
            }
          ]
    )
  }
}

export function PasteDialog(props: PasteDialogProps) {
  const { sellers, teams, on, currency, numberLocale, initialText, onClose } = props
  const { t } = useText()
  const format = useFormat()
  const paste = useCommand('people.pasteSellers')
  const [text, setText] = useState(initialText)
  const [habits, setHabits] = useState<CellHabits>({
    dateOrder: numberLocale === 'en-US' ? 'mdy' : 'dmy',
    decimalSign: format.decimalSign === ',' ? ',' : '.'
  })
  const table = useMemo(() => readPastedTable(text, { ...habits, currency }), [text, habits, currency])
  const plan = useMemo(
    () =>
      planPaste(
        table.rows.map((row) => row.seller),
        peopleBefore(sellers, teams),
        on
      ),
    [table, sellers, teams, on]
  )
  const rows = table.rows.flatMap((pasted, at): PreviewRow[] => {
    const planned = plan[at]
    return planned === undefined ? [] : [{ ...pasted, planned }]
  })
  const problems = rows.filter((row) => row.planned.problem !== null || row.unread.length > 0).length
  const count = (action: PlannedRow['action']) => rows.filter((row) => row.planned.action === action).length
  const save = async () => {
    const reply = await paste.run({ rows: table.rows.map((row) => row.seller) })
    if (reply.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('people.pasting.title')} size={900}>
      <div className="person-pane">
        <Textarea
          label={t('people.pasting.area')}
          description={t('people.pasting.help')}
          data-autofocus
          rows={6}
          resize="vertical"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FoundColumns table={table} isEmpty={rows.length === 0} />
        {rows.length > 0 ? (
          <>
            <Habits table={table} onChange={setHabits} />
            <PastePreview rows={rows} />
            <p className={problems > 0 ? 'negative' : 'muted'} role="status">
              {problems > 0
                ? t('people.pasting.problems', { count: problems })
                : t('people.pasting.summary', {
                    created: count('create'),
                    changed: count('change'),
                    same: count('same')
                  })}
            </p>
          </>
        ) : null}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="filled"
            disabled={rows.length === 0 || problems > 0}
            loading={paste.isBusy}
            onClick={() => void save()}
          >
            {t('people.pasting.save')}
          </Button>
        </Group>
      </div>
    </Modal>
  )
}

function FoundColumns({ table, isEmpty }: { readonly table: PastedTable; readonly isEmpty: boolean }) {
  const { t } = useText()
  const listed = (isEmpty ? pasteOrder : table.columns).map((column) => t(`people.columns.${column}`)).join(', ')
  return (
    <p className="muted small">
      {isEmpty || !table.hasHeader
        ? t('people.pasting.noHeader', { columns: listed })
        : t('people.pasting.columns', { columns: listed })}
    </p>
  )
}

/** How dates and numbers are read; where the columns give it away, the choice shows it. */
function Habits({ table, onChange }: { readonly table: PastedTable; readonly onChange: (habits: CellHabits) => void }) {
  const { t } = useText()
  const { columns, habits } = table
  const hasDates = columns.includes('hiredOn') || columns.includes('leftOn')
  const hasPay = columns.includes('basePayMinor') || columns.includes('variablePayMinor')
  if (!hasDates && !hasPay) return null
  return (
    <div className="paste-habits">
      {hasDates ? (
        <Field label={t('people.pasting.dates')}>
          {(id) => (
            <SegmentedControl
              id={id}
              size="xs"
              value={habits.dateOrder}
              data={(['dmy', 'mdy'] as const).map((value) => ({ value, label: t(`people.pasting.${value}`) }))}
              onChange={(value) => onChange({ ...habits, dateOrder: value === 'mdy' ? 'mdy' : 'dmy' })}
            />
          )}
        </Field>
      ) : null}
      {hasPay ? (
        <Field label={t('people.pasting.decimals')}>
          {(id) => (
            <SegmentedControl
              id={id}
              size="xs"
              value={habits.decimalSign}
              data={[
                { value: ',', label: t('people.pasting.comma') },
                { value: '.', label: t('people.pasting.point') }
              ]}
              onChange={(value) => onChange({ ...habits, decimalSign: value === ',' ? ',' : '.' })}
            />
          )}
        </Field>
      ) : null}
    </div>
  )
}
