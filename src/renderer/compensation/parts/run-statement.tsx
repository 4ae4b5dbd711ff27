// A person's statement of a kept run, as it was computed then.
import { Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { PayRunRow } from '#shared/compensation/index.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'
import { Statement } from './statement.tsx'

export interface RunStatementProps {
  readonly run: PayRunRow
  readonly calendar: FiscalCalendar
  readonly people: readonly { readonly sellerId: number; readonly sellerName: string }[]
}

export function RunStatement({ run, calendar, people }: RunStatementProps) {
  const { t, tError } = useText()
  const [sellerId, setSellerId] = useState<number | undefined>()
  const answer = useQuery('compensation.getStatement', sellerId === undefined ? null : { payRunId: run.id, sellerId })
  return (
    <Stack gap="sm">
      <Select
        label={t('compensation.runs.who')}
        placeholder={t('compensation.runs.choose')}
        searchable
        value={sellerId === undefined ? null : String(sellerId)}
        data={people.map((person) => ({ value: String(person.sellerId), label: person.sellerName }))}
        onChange={(value) => setSellerId(value === null ? undefined : Number(value))}
      />
      {sellerId !== undefined && answer.error ? <Problem title={tError(answer.error)} /> : null}
      {sellerId !== undefined && answer.value ? <Statement statement={answer.value} calendar={calendar} /> : null}
      {sellerId !== undefined && answer.isLoading && !answer.value ? <Skeleton kind="text" /> : null}
    </Stack>
  )
}
