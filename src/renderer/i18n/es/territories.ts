// The words of territories in Spanish.
import type { territories as english } from '../en/territories.ts'
import type { Texts } from '../texts.ts'

export const territories: Texts<typeof english> = {}
