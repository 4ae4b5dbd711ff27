// Adding people to a plan: everyone in a team with those below it, or single people, from and to a day if wished.
import { Button, Group, Modal, MultiSelect, Select, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useCommand, useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { DateField, FieldRow } from '#renderer/ui/fields.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import type { AssignOutcome, PayPlanDetail } from '#shared/compensation/index.ts'
import type { IsoDate } from '#shared/units/date.ts'

export interface AddPeopleDialogProps {
  readonly plan: PayPlanDetail
  readonly onClose: () => void
}

export function AddPeopleDialog({ plan, onClose }: AddPeopleDialogProps) {
  const { t } = useText()
  const format = useFormat()
  const sellers = useQuery('people.listSellers', {}).value
  const teams = useQuery('people.listTeams', {}).value
  const assign = useCommand('compensation.assignMembers')
  const [teamId, setTeamId] = useState<string | null>(null)
  const [single, setSingle] = useState<string[]>([])
  const [fromOn, setFrom] = useState<IsoDate | null>(null)
  const [toOn, setTo] = useState<IsoDate | null>(null)
  const [skipped, setSkipped] = useState<AssignOutcome['skipped']>([])

  const chosen = useMemo(() => {
    const path = teams?.find((team) => String(team.id) === teamId)?.path.join('\n')
    const there = new Set(plan.members.filter((member) => member.toOn === null).map((member) => member.sellerId))
    return (sellers ?? []).filter((seller) => {
      if (single.includes(String(seller.id))) return true
      if (path === undefined || there.has(seller.id)) return false
      return `${seller.teamPath.join('\n')}\n`.startsWith(`${path}\n`)
    })
  }, [sellers, teams, teamId, single, plan.members])

  const add = async () => {
    const reply = await assign.run({
      payPlanId: plan.id,
      sellerIds: chosen.map((seller): number => seller.id),
      fromOn,
      toOn
    })
    if (!reply.ok) return
    if (reply.value.skipped.length === 0) onClose()
    else setSkipped(reply.value.skipped)
  }
  const names = skipped.map(({ sellerName, planName }) =>
    t('compensation.people.skippedOne', { name: sellerName, plan: planName })
  )
  return (
    <Modal opened onClose={onClose} title={t('compensation.people.addTitle', { plan: plan.name })}>
      <Stack gap="sm">
        <Select
          label={t('compensation.people.team')}
          clearable
          searchable
          value={teamId}
          onChange={setTeamId}
          data={(teams ?? []).map((team) => ({
            value: String(team.id),
            label: `${'\u2003'.repeat(team.depth)}${team.name} (${format.number(team.totalCount)})`
          }))}
        />
        <MultiSelect
          label={t('compensation.people.someone')}
          searchable
          value={single}
          onChange={setSingle}
          data={(sellers ?? []).map((seller) => ({
            value: String(seller.id),
            label: seller.teamName === null ? seller.name : `${seller.name}, ${seller.teamName}`
          }))}
        />
        <FieldRow>
          <DateField
            label={t('compensation.people.from')}
            help={t('compensation.people.always')}
            value={fromOn}
            onChange={setFrom}
          />
          <DateField
            label={t('compensation.people.to')}
            help={t('compensation.people.always')}
            value={toOn}
            onChange={setTo}
          />
        </FieldRow>
        {skipped.length > 0 ? (
          <p className="pay-open" role="alert">
            {t('compensation.people.skipped', { names: format.list(names) })}
          </p>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('compensation.cancel')}
          </Button>
          <Button variant="filled" loading={assign.isBusy} disabled={chosen.length === 0} onClick={() => void add()}>
            {chosen.length === 0
              ? t('compensation.people.nobody')
              : t('compensation.people.assign', { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
