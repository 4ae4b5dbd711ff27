// The columns of the table of people: what each shows and how it is edited.
import type { TextFunctions } from '#renderer/i18n/use-text.ts'
import type { CellEdit, Column, ColumnEdit } from '#renderer/ui/data-table.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { type SellerRow, sellerRoles, type TeamRow } from '#shared/people/types.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { CurrencyCode } from '#shared/units/money.ts'
import { indented } from './filters.tsx'

interface ColumnNeeds {
  readonly t: TextFunctions['t']
  readonly teams: readonly TeamRow[]
  readonly on: IsoDate
  readonly currency: CurrencyCode
  readonly commit: (edit: CellEdit<SellerRow>) => unknown
}

/** Fixed and variable pay together; null while one of them is unknown. */
export function targetPayOf(row: Pick<SellerRow, 'basePayMinor' | 'variablePayMinor'>): number | null {
  return row.basePayMinor === null || row.variablePayMinor === null ? null : row.basePayMinor + row.variablePayMinor
}

export function makeColumns({ t, teams, on, currency, commit }: ColumnNeeds): Column<SellerRow>[] {
  const edit = (column: string, kind: ColumnEdit<SellerRow>['kind']): ColumnEdit<SellerRow> => ({
    kind,
    commit: (row, value) => commit({ row, column, value })
  })
  const payCurrency = (row: SellerRow) => row.payCurrency ?? currency
  return [
    {
      key: 'name',
      header: t('people.columns.name'),
      kind: 'text',
      width: 200,
      value: (row) => row.name,
      render: (row) => <PersonName row={row} t={t} />,
      edit: { ...edit('name', 'text'), isRequired: true }
    },
    {
      key: 'role',
      header: t('people.columns.role'),
      kind: 'text',
      width: 118,
      isGroupable: true,
      value: (row) => t(`people.roles.${row.role}`),
      edit: {
        ...edit('role', 'select'),
        isRequired: true,
        options: () => sellerRoles.map((value) => ({ value, label: t(`people.roles.${value}`) }))
      }
    },
    {
      key: 'team',
      header: t('people.columns.team'),
      hint: t('people.hints.team', { date: on }),
      kind: 'text',
      width: 142,
      isGroupable: true,
      value: (row) => row.teamName,
      missing: t('people.missing.team'),
      edit: {
        ...edit('team', 'select'),
        options: () => teams.map((team) => ({ value: String(team.id), label: indented(team) })),
        parse: (text) => {
          const wanted = text.trim().toLocaleLowerCase()
          const found = teams.filter(
            (team) =>
              String(team.id) === text ||
              [team.name, team.path.join(' / ')].some((name) => name.toLocaleLowerCase() === wanted)
          )
          const [only] = found
          if (only !== undefined && found.length === 1) return { ok: true, value: String(only.id) }
          return { ok: false, reason: t('ui.field.notAChoice', { text }) }
        }
      }
    },
    {
      key: 'manager',
      header: t('people.columns.manager'),
      kind: 'text',
      width: 146,
      isGroupable: true,
      isHiddenAtFirst: true,
      value: (row) => row.managerName,
      missing: t('people.missing.manager')
    },
    {
      key: 'location',
      header: t('people.columns.location'),
      kind: 'text',
      width: 104,
      isGroupable: true,
      value: (row) => row.location,
      missing: t('people.missing.location'),
      edit: edit('location', 'text')
    },
    {
      key: 'hiredOn',
      header: t('people.columns.hiredOn'),
      kind: 'date',
      width: 112,
      value: (row) => row.hiredOn,
      missing: t('people.missing.hiredOn'),
      edit: edit('hiredOn', 'date')
    },
    {
      key: 'leftOn',
      header: t('people.columns.leftOn'),
      kind: 'date',
      width: 108,
      value: (row) => row.leftOn,
      missing: t('people.missing.leftOn'),
      edit: edit('leftOn', 'date')
    },
    ...(['basePayMinor', 'variablePayMinor'] as const).map(
      (key): Column<SellerRow> => ({
        key,
        header: t(`people.columns.${key}`),
        kind: 'money',
        width: 112,
        value: (row) => row[key],
        currency: payCurrency,
        missing: t('people.missing.pay'),
        total: 'sum',
        edit: edit(key, 'money')
      })
    ),
    {
      key: 'targetPay',
      header: t('people.columns.targetPay'),
      hint: t('people.hints.targetPay'),
      kind: 'money',
      width: 112,
      isHiddenAtFirst: true,
      value: targetPayOf,
      currency: payCurrency,
      missing: t('people.missing.pay'),
      total: 'sum'
    },
    {
      key: 'email',
      header: t('people.columns.email'),
      kind: 'text',
      width: 220,
      isHiddenAtFirst: true,
      value: (row) => row.email,
      missing: t('people.missing.email'),
      edit: edit('email', 'text')
    },
    {
      key: 'aliases',
      header: t('people.columns.aliases'),
      hint: t('people.hints.aliases'),
      kind: 'text',
      width: 180,
      isHiddenAtFirst: true,
      value: (row) => (row.aliases.length === 0 ? null : row.aliases.join('; ')),
      missing: t('people.missing.aliases')
    },
    {
      key: 'externalId',
      header: t('people.columns.externalId'),
      kind: 'text',
      width: 96,
      isHiddenAtFirst: true,
      value: (row) => row.externalId,
      missing: t('people.missing.externalId'),
      edit: edit('externalId', 'text')
    }
  ]
}

function PersonName({ row, t }: { readonly row: SellerRow; readonly t: TextFunctions['t'] }) {
  if (!row.isNameShared) return row.name
  return (
    <>
      {row.name}{' '}
      <Tag tone="amber" title={t('people.state.sharedHint')}>
        {t('people.state.shared')}
      </Tag>
    </>
  )
}
