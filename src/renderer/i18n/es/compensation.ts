// The words of compensation in Spanish.
import type { compensation as english } from '../en/compensation.ts'
import type { Texts } from '../texts.ts'

export const compensation: Texts<typeof english> = {}
