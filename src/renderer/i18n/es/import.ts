// The words of import in Spanish.
import type { importTexts as english } from '../en/import.ts'
import type { Texts } from '../texts.ts'

export const importTexts: Texts<typeof english> = {}
