// A kept run person by person: the sums of all, and the statement of one, as they were computed then.
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Soundness } from '#renderer/shell/soundness.tsx'
import { useFormat } from '#renderer/ui/format.tsx'
import { Problem } from '#renderer/ui/problem.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { PayRunRow, PayRunSeller } from '#shared/compensation/index.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'
import { Statement } from './statement.tsx'

export interface RunStatementProps {
  readonly run: PayRunRow
  readonly calendar: FiscalCalendar
}

export function RunStatement({ run, calendar }: RunStatementProps) {
  const { t, tError } = useText()
  const [seller, setSeller] = useState<PayRunSeller | undefined>()
  const sellers = useQuery('compensation.listRunSellers', { payRunId: run.id })
  const answer = useQuery(
    'compensation.getStatement',
    seller === undefined ? null : { payRunId: run.id, sellerId: seller.sellerId }
  )
  const error = sellers.error ?? (seller === undefined ? undefined : answer.error)
  if (error) return <Problem title={tError(error)} />
  if (seller === undefined) {
    return sellers.value === undefined ? (
      <Skeleton kind="text" />
    ) : (
      <Sellers run={run} sellers={sellers.value} onChoose={setSeller} />
    )
  }
  return (
    <div>
      <UnstyledButton className="pay-step-more" onClick={() => setSeller(undefined)}>
        {t('compensation.runs.back')}
      </UnstyledButton>
      <p className="pay-run-seller">
        {seller.sellerName} <Soundness of={['bookings', 'credit']} />
      </p>
      {answer.value?.sellerId === seller.sellerId ? (
        <Statement statement={answer.value} calendar={calendar} />
      ) : (
        <Skeleton kind="text" />
      )}
    </div>
  )
}

interface SellersProps {
  readonly run: PayRunRow
  readonly sellers: readonly PayRunSeller[]
  readonly onChoose: (seller: PayRunSeller) => void
}

function Sellers({ run, sellers, onChoose }: SellersProps) {
  const { t } = useText()
  const format = useFormat()
  return (
    <ul className="pay-run-sellers">
      {sellers.map((seller) => (
        <li key={seller.sellerId}>
          <UnstyledButton className="pay-line-head" onClick={() => onChoose(seller)}>
            <span className="pay-step-mark" aria-hidden="true" data-open={false} />
            <span>{seller.sellerName}</span>
            <span className="numbers">
              {seller.totalMinor === null ? (
                <span className="pay-open">{t('compensation.statement.open')}</span>
              ) : (
                format.moneyInFull(seller.totalMinor, run.currency)
              )}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
