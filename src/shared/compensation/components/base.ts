// What every component's schema has: its id, its name and its measure.
import { z } from 'zod'

export const componentBase = {
  id: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'not a short name of letters and digits')
    .refine((id) => id !== 'planCap'),
  name: z.string().trim().min(1).max(80).nullable(),
  measure: z.enum(['bookings', 'newBusiness'])
}
