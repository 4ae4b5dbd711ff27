// The words of people in Spanish.
import type { people as english } from '../en/people.ts'
import type { Texts } from '../texts.ts'

export const people: Texts<typeof english> = {}
