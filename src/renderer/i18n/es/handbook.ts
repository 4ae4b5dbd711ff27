// The words of handbook in Spanish.
import type { handbook as english } from '../en/handbook.ts'
import type { Texts } from '../texts.ts'

export const handbook: Texts<typeof english> = {}
