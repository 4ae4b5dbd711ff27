// The columns a pasted table of people may have, the headers they go by, and the reading of its rows.

import { type CurrencyCode, parseCurrencyCode, toMinor } from '../../units/money.ts'
import { nameKey } from '../../units/name-key.ts'
import type { SellerFields, SellerRole } from '../types.ts'
import { type CellHabits, decideDateOrder, decideDecimalSign, readAmount, readCells, readDate } from './cells.ts'

/** A person as a pasted row gives it: only what its cells say. */
export type PastedSeller = Partial<SellerFields> & { team?: string[]; aliases?: string[] }

export type PasteColumn = Exclude<keyof SellerFields, never> | 'team' | 'aliases' | 'ignored'

/** A cell that can't be read. */
export interface UnreadCell {
  column: PasteColumn
  text: string
}

export interface PastedRow {
  /** 1 for the first row of the pasted text, its header included. */
  row: number
  seller: PastedSeller
  unread: UnreadCell[]
}

export interface PastedTable {
  hasHeader: boolean
  columns: PasteColumn[]
  habits: CellHabits
  rows: PastedRow[]
}

/** The order in which columns are taken when the table has no header: as the page shows them. */
export const pasteOrder: readonly PasteColumn[] = [
  'name',
  'role',
  'team',
  'email',
  'location',
  'hiredOn',
  'leftOn',
  'basePayMinor',
  'variablePayMinor',
  'payCurrency',
  'externalId',
  'aliases',
  'notes'
]

const headers: Record<Exclude<PasteColumn, 'ignored'>, string> = {
  name: 'name|seller|sales rep|sales agent|rep|salesperson|full name|employee|person|nombre|vendedor|comercial|persona|nombre completo|empleado',
  role: 'role|job|title|job title|position|rol|puesto|cargo|funcion',
  team: 'team|unit|sales team|group|department|equipo|grupo|departamento|delegacion',
  email: 'email|e mail|mail|correo|correo electronico',
  location: 'location|office|city|place|ubicacion|oficina|ciudad|lugar|sede',
  hiredOn:
    'hired|hire date|start|start date|hired on|joined|alta|fecha de alta|fecha alta|incorporacion|ingreso|fecha de ingreso',
  leftOn: 'left|leave date|end|end date|left on|last day|baja|fecha de baja|fecha baja|salida|ultimo dia',
  basePayMinor:
    'base|base pay|base salary|fixed|fixed pay|fijo|salario fijo|salario base|sueldo fijo|sueldo base|retribucion fija',
  variablePayMinor:
    'variable|variable pay|target variable|target incentive|bonus target|variable objetivo|retribucion variable|salario variable',
  payCurrency: 'currency|pay currency|moneda|divisa',
  externalId: 'id|external id|employee id|crm id|user id|owner id|id externo|id empleado|codigo|numero de empleado',
  aliases: 'alias|aliases|also known as|other names|otros nombres',
  notes: 'notes|note|comment|notas|nota|comentario|observaciones'
}

const columnByHeader = new Map<string, PasteColumn>(
  Object.entries(headers).flatMap(([column, names]) => names.split('|').map((name) => [name, column as PasteColumn]))
)

const roles: Record<SellerRole, string> = {
  seller:
    'seller|sales rep|rep|account executive|ae|salesperson|sales|vendedor|vendedora|comercial|ejecutivo de ventas|ejecutiva de ventas|ejecutivo comercial|ejecutiva comercial',
  account_manager:
    'account manager|am|kam|key account manager|gestor de cuentas|gestora de cuentas|gestor de cuenta|ejecutivo de cuentas|ejecutiva de cuentas',
  sdr: 'sdr|bdr|inside sales|sales development|prospector|prospectora|televenta|preventa',
  manager:
    'manager|sales manager|director|team lead|lead|head|vp|jefe|jefa|jefe de ventas|jefa de ventas|gerente|directora|responsable',
  other: 'other|otro|otra|otros'
}

const roleByWord = new Map<string, SellerRole>(
  Object.entries(roles).flatMap(([role, words]) => words.split('|').map((word) => [word, role as SellerRole]))
)

/**
 * Reads a table of people copied from a spreadsheet.
 *
 * A first row in which the name's header, or two headers, are known is the header; otherwise the columns are taken in
 * the order of `pasteOrder`. An empty cell says nothing: it changes nothing.
 *
 * @param text what the spreadsheet put on the clipboard
 * @param otherwise how dates and numbers are written where the columns don't tell, and the currency of pay without one
 * @returns the columns found and one entry per row, with the cells that can't be read
 * @example readPastedTable('Name\tTeam\nAna Ruiz\tSpain / North', habits).rows[0]?.seller // { name: 'Ana Ruiz', team: ['Spain', 'North'] }
 */
export function readPastedTable(text: string, otherwise: CellHabits & { currency: CurrencyCode }): PastedTable {
  const cells = readCells(text)
  const first = (cells[0] ?? []).map((cell) => columnByHeader.get(nameKey(cell)))
  const known = first.filter((column) => column !== undefined)
  const hasHeader = known.includes('name') || known.length >= 2
  const columns = hasHeader
    ? first.map((column, at) => (column === undefined || first.indexOf(column) < at ? 'ignored' : column))
    : (cells[0] ?? []).map((_, at) => pasteOrder[at] ?? 'ignored')
  const body = hasHeader ? cells.slice(1) : cells
  const cellsOf = (...wanted: PasteColumn[]) =>
    body.flatMap((row) => row.filter((_, at) => wanted.includes(columns[at] ?? 'ignored')))
  const habits: CellHabits = {
    dateOrder: decideDateOrder(cellsOf('hiredOn', 'leftOn'), otherwise.dateOrder),
    decimalSign: decideDecimalSign(cellsOf('basePayMinor', 'variablePayMinor'), otherwise.decimalSign)
  }
  const rows = body.map((row, at) => readRow(row, at + (hasHeader ? 2 : 1), columns, habits, otherwise.currency))
  return { hasHeader, columns, habits, rows }
}

function readRow(
  cells: readonly string[],
  row: number,
  columns: readonly PasteColumn[],
  habits: CellHabits,
  currency: CurrencyCode
): PastedRow {
  const seller: PastedSeller = {}
  const unread: UnreadCell[] = []
  const textOf = (column: PasteColumn) => cells[columns.indexOf(column)] ?? ''
  const given = textOf('payCurrency')
  const payCurrency = given === '' ? currency : parseCurrencyCode(given)
  for (const column of columns) {
    const text = textOf(column)
    if (column === 'ignored' || text === '') continue
    const value = readCell(column, text, habits, payCurrency ?? currency)
    if (value === undefined) unread.push({ column, text })
    else Object.assign(seller, { [column]: value })
  }
  const hasPay = seller.basePayMinor !== undefined || seller.variablePayMinor !== undefined
  if (hasPay && seller.payCurrency === undefined && payCurrency !== undefined) seller.payCurrency = payCurrency
  return { row, seller, unread }
}

function readCell(
  column: Exclude<PasteColumn, 'ignored'>,
  text: string,
  habits: CellHabits,
  currency: CurrencyCode
): PastedSeller[keyof PastedSeller] {
  if (column === 'role') return roleByWord.get(nameKey(text))
  if (column === 'hiredOn' || column === 'leftOn') return readDate(text, habits.dateOrder)
  if (column === 'payCurrency') return parseCurrencyCode(text)
  if (column === 'team') return splitList(text, /\s*[/>›]\s*/)
  if (column === 'aliases') return splitList(text, /\s*[;,|]\s*/)
  if (column !== 'basePayMinor' && column !== 'variablePayMinor') return text
  const amount = readAmount(text, habits.decimalSign)
  // More than can be counted is no amount that anybody earns.
  return amount === undefined || Math.abs(amount) > 1e11 ? undefined : toMinor(amount, currency)
}

function splitList(text: string, sign: RegExp): string[] | undefined {
  const parts = text.split(sign).filter((part) => part !== '')
  return parts.length === 0 ? undefined : parts
}
