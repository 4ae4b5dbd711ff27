// What a person does in sales, told from a job title in English or Spanish.
import type { SellerRole } from '#shared/people/types.ts'
import { nameKey } from '#shared/units/name-key.ts'

const roleWords: readonly (readonly [SellerRole, RegExp])[] = [
  [
    'account_manager',
    /\b(account manager|key account|kam|customer success|gestor de cuentas|gestora de cuentas|farmer)\b/
  ],
  [
    'manager',
    /\b(manager|director|directora|head|lead|vp|chief|gerente|jefe|jefa|responsable|supervisor|supervisora)\b/
  ],
  ['sdr', /\b(sdr|bdr|inside sales|sales development|business development|prospeccion|telemarketing)\b/],
  [
    'seller',
    /\b(sales|seller|account executive|ae|rep|representative|vendedor|vendedora|comercial|ejecutivo|ejecutiva|agente|asesor|asesora)\b/
  ]
]

/**
 * Tells from a job title what a person does in sales.
 *
 * @param title as the file has it
 * @returns the role; 'other' for a title without a known word
 * @missing 'seller' for an empty title
 * @example roleOf('Jefe de ventas') // 'manager'
 */
export function roleOf(title: string | null): SellerRole {
  if (title === null) return 'seller'
  const key = nameKey(title)
  return roleWords.find(([, words]) => words.test(key))?.[0] ?? 'other'
}
