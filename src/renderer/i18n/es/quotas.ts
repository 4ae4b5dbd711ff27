// The words of quotas in Spanish.
import type { quotas as english } from '../en/quotas.ts'
import type { Texts } from '../texts.ts'

export const quotas: Texts<typeof english> = {}
