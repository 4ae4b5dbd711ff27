// The words of export in Spanish.
import type { exportTexts as english } from '../en/export.ts'
import type { Texts } from '../texts.ts'

export const exportTexts: Texts<typeof english> = {}
