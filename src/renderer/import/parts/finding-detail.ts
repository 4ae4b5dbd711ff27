// What makes a row one that a rule finds (days, a factor, another row's name), as a column named after it.
import type { TextKey } from '#renderer/i18n/texts.ts'
import type { CellValue, Column } from '#renderer/ui/data-table.tsx'
import type { QualityFindingRow } from '#shared/import/types.ts'

interface DetailShape {
  readonly header: TextKey
  readonly kind: 'number' | 'date' | 'text'
}

const shapes: Readonly<Record<string, DetailShape>> = {
  wonInFuture: { header: 'import.found.daysAhead', kind: 'number' },
  closeBeforeCreated: { header: 'import.found.daysBefore', kind: 'number' },
  openPastDate: { header: 'import.found.daysGone', kind: 'number' },
  staleOpen: { header: 'import.found.lastMoved', kind: 'date' },
  inactiveSeller: { header: 'import.found.sellerLeft', kind: 'date' },
  currencyWithoutRate: { header: 'crm.currency', kind: 'text' },
  probableDuplicate: { header: 'import.found.sameAs', kind: 'text' },
  amountOutlier: { header: 'import.found.againstUsual', kind: 'text' },
  stageRegression: { header: 'import.found.fromTo', kind: 'text' },
  vanished: { header: 'import.found.lastIn', kind: 'text' },
  sameNameSellers: { header: 'import.found.toldApart', kind: 'text' },
  sameNameAccounts: { header: 'import.found.toldApart', kind: 'text' }
}

const fallback: DetailShape = { header: 'import.found.detail', kind: 'text' }

/** No column where the rule's own name says all there is to say. */
export function detailColumns(
  rule: string,
  rows: readonly QualityFindingRow[],
  t: (key: TextKey) => string
): Column<QualityFindingRow>[] {
  if (rows.every((row) => row.detail === '')) return []
  const { header, kind } = shapes[rule] ?? fallback
  const value = (row: QualityFindingRow): CellValue =>
    row.detail === '' ? null : kind === 'number' ? Number(row.detail) : row.detail
  return [{ key: 'detail', header: t(header), kind, width: kind === 'text' ? 150 : 110, value }]
}
