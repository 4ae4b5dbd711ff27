// Lists of sales orders have no stage: an order is a deal that was won. The stage they stand in is named as the list calls its rows.
import { readHeader } from './headers.ts'
import type { ReadTable } from './types.ts'

const tellingHowItEnded = new Set(['stage', 'status', 'isWon', 'isClosed'])

/**
 * The name of the stage in which every row of a list of orders stands.
 *
 * @param table an understood table
 * @returns "Pedido" or "Order", in the language of the column of order numbers
 * @missing undefined for a table of anything else, and for one with a column that tells how its deals stand
 * @example orderStageOf(table) // 'Pedido', where a table of deals is headed "Doc. venta", "Valor neto"
 */
export function orderStageOf(table: Pick<ReadTable, 'entity' | 'columns'>): string | undefined {
  if (table.entity !== 'opportunities') return undefined
  if (table.columns.some((column) => tellingHowItEnded.has(column.field))) return undefined
  const header = table.columns.find((column) => column.field === 'externalId')?.header
  if (header === undefined) return undefined
  const { meanings, key } = readHeader(header)
  const isOrder = meanings.includes('order') || (meanings.includes('document') && meanings.includes('sales'))
  if (!isOrder) return undefined
  return /\b(venta|ventas|pedido|pedidos)\b/.test(key) ? 'Pedido' : 'Order'
}
