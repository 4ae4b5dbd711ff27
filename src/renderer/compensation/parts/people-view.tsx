// Who is in the plan, from when to when, with which target pay; adding by team or one by one, one target pay for all.
import { Button, Popover, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useCommand } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { type Column, DataTable, type RowKey } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { MoneyField } from '#renderer/ui/fields.tsx'
import type { PayPlanDetail, PayPlanMemberId, PayPlanMemberRow } from '#shared/compensation/index.ts'
import { parseIsoDate } from '#shared/units/date.ts'

export interface PeopleViewProps {
  readonly plan: PayPlanDetail
  readonly isLocked: boolean
  readonly onAdd: () => void
}

export function PeopleView({ plan, isLocked, onAdd }: PeopleViewProps) {
  const { t } = useText()
  const [checked, setChecked] = useState<ReadonlySet<RowKey>>(new Set())
  const remove = useCommand('compensation.removeMembers')
  const columns = useMemberColumns(plan, isLocked)
  const removeChecked = async () => {
    const memberIds = plan.members.filter((member) => checked.has(member.id)).map((member): number => member.id)
    const reply = await remove.run({ memberIds })
    if (reply.ok) setChecked(new Set())
  }
  return (
    <DataTable<PayPlanMemberRow>
      label={t('compensation.people.table')}
      layoutName="compensation.people"
      rows={plan.members}
      rowKey={(row) => row.id}
      columns={columns}
      totals={t('compensation.people.total', { count: plan.members.length })}
      exportName={plan.name}
      {...(isLocked ? {} : { checkedKeys: checked, onCheck: setChecked })}
      checkedActions={[{ label: t('compensation.people.remove'), onRun: () => void removeChecked() }]}
      rowTone={(row) => (row.targetPayMinor === null ? 'amber' : undefined)}
      tools={isLocked || plan.members.length === 0 ? null : <SetAll plan={plan} />}
      empty={
        <EmptyState
          title={t('compensation.people.empty')}
          action={isLocked ? undefined : { label: t('compensation.people.add'), onRun: onAdd }}
        />
      }
    />
  )
}

function SetAll({ plan }: { readonly plan: PayPlanDetail }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const [targetPayMinor, setTargetPay] = useState<number | null>(null)
  const command = useCommand('compensation.setTargetPay')
  const set = async () => {
    const reply = await command.run({ payPlanId: plan.id, targetPayMinor })
    if (reply.ok) setOpen(false)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen((open) => !open)}>
          {t('compensation.people.setAll')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void set()
          }}
        >
          <Stack gap="xs">
            <MoneyField
              label={t('compensation.people.setAllTitle')}
              help={t('compensation.people.setAllHelp')}
              currency={plan.rules.currency}
              value={targetPayMinor}
              onChange={setTargetPay}
            />
            <Button type="submit" variant="filled" loading={command.isBusy}>
              {t('compensation.people.set')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

function useMemberColumns(plan: PayPlanDetail, isLocked: boolean): Column<PayPlanMemberRow>[] {
  const { t } = useText()
  const { run } = useCommand('compensation.updateMember')
  return useMemo(() => {
    const { currency } = plan.rules
    const update = (
      memberId: PayPlanMemberId,
      fields: { targetPayMinor?: number | null; fromOn?: string | null; toOn?: string | null }
    ) => run({ memberId, ...fields })
    const canEdit = () => !isLocked
    const asDate = (value: string | number | null): string | null =>
      typeof value === 'string' ? (parseIsoDate(value) ?? null) : null
    return [
      { key: 'seller', header: t('compensation.people.seller'), kind: 'text', value: (row) => row.sellerName },
      {
        key: 'team',
        header: t('compensation.people.teamName'),
        kind: 'text',
        value: (row) => row.teamName,
        isGroupable: true
      },
      {
        key: 'target',
        header: t('compensation.people.target'),
        kind: 'money',
        currency,
        value: (row) => row.targetPayMinor,
        missing: (row) =>
          row.targetPaySource === 'otherCurrency'
            ? t('compensation.people.otherCurrency', { currency })
            : t('compensation.people.missing'),
        total: 'sum',
        edit: {
          kind: 'money',
          canEdit,
          commit: (row, value) => update(row.id, { targetPayMinor: typeof value === 'number' ? value : null })
        }
      },
      {
        key: 'source',
        header: t('compensation.people.source'),
        kind: 'text',
        value: (row) => t(`compensation.people.sources.${row.targetPaySource}`)
      },
      {
        key: 'from',
        header: t('compensation.people.from'),
        kind: 'date',
        value: (row) => row.fromOn,
        missing: t('compensation.people.always'),
        edit: { kind: 'date', canEdit, commit: (row, value) => update(row.id, { fromOn: asDate(value) }) }
      },
      {
        key: 'to',
        header: t('compensation.people.to'),
        kind: 'date',
        value: (row) => row.toOn,
        missing: t('compensation.people.always'),
        edit: { kind: 'date', canEdit, commit: (row, value) => update(row.id, { toOn: asDate(value) }) }
      }
    ]
  }, [plan, isLocked, run, t])
}
