// The words of crm in Spanish.
import type { crm as english } from '../en/crm.ts'
import type { Texts } from '../texts.ts'

export const crm: Texts<typeof english> = {}
