// Where a deal, account or product comes from: behind one click the file, the row and its cells as they stood there.
import { Button } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from '#renderer/engine-client.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useFormat } from '#renderer/ui/format.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { Skeleton } from '#renderer/ui/skeleton.tsx'
import type { AccountId, OpportunityId, ProductId } from '#shared/crm/types.ts'

export type TraceOf = { opportunityId: OpportunityId } | { accountId: AccountId } | { productId: ProductId }

export interface SourceTraceProps {
  readonly of: TraceOf
  /** False says at once that no file stands behind it. */
  readonly isImported: boolean
  /** The cells are shown without another click. */
  readonly isOpenAtFirst?: boolean
}

export function SourceTrace({ of, isImported, isOpenAtFirst = false }: SourceTraceProps) {
  const { t, tError } = useText()
  const format = useFormat()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const query = useQuery('import.traceRow', isOpen ? of : null)
  if (!isImported) return <p className="muted small">{t('crm.noSource')}</p>
  if (!isOpen)
    return (
      <div>
        <Button size="xs" leftSection={<IconFileSearch size={14} />} onClick={() => setOpen(true)}>
          {t('crm.showSource')}
        </Button>
      </div>
    )
  const trace = query.value
  return (
    <Section title={t('crm.source')}>
      {query.error ? <p className="muted">{tError(query.error)}</p> : null}
      {trace === undefined && !query.error ? <Skeleton kind="text" /> : null}
      {trace ? (
        <>
          <p className="crm-source-place">
            {trace.sheet === null
              ? t('crm.sourcePlace', { file: trace.fileName, row: format.number(trace.rowNumber) })
              : t('crm.sourcePlaceSheet', {
                  file: trace.fileName,
                  sheet: trace.sheet,
                  row: format.number(trace.rowNumber)
                })}
            <span className="muted"> · {t('crm.sourceImported', { at: format.dateTime(trace.importedAt) })}</span>
          </p>
          <table className="crm-source-cells">
            <tbody>
              {trace.cells.map((cell) => (
                <tr key={cell.column}>
                  <th scope="row">{cell.header === '' ? `#${cell.column}` : cell.header}</th>
                  <td>
                    {cell.cell === null ? <span className="muted">{t('crm.sourceEmpty')}</span> : String(cell.cell)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="muted small crm-source-place" title={t('crm.sourceHash')}>
            {trace.sha256}
          </p>
        </>
      ) : null}
    </Section>
  )
}
