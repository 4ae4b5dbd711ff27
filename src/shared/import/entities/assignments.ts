// Territory assignments: which account belongs to which territory, and who works it.
import type { EntityEntry } from './entity.ts'
import { refersTo } from './references.ts'

export const assignments: EntityEntry = {
  name: 'assignments',
  fileWords: [
    'assignment',
    'assignments',
    'territory',
    'territories',
    'asignaciones',
    'asignacion',
    'territorios',
    'carteras',
    'cartera'
  ],
  ownWords: ['territory', 'assignment'],
  keepsCustom: false,
  needs: [['account', 'accountId'], ['territory']],
  fields: [
    ...refersTo({ account: 1, accountId: 1 }),
    {
      name: 'territory',
      kind: 'text',
      weight: 5,
      isEssential: true,
      en: ['territory', 'territory name', 'sales territory', 'zone', 'assigned territory'],
      es: ['territorio', 'zona', 'nombre del territorio', 'zona comercial', 'cartera', 'territorio asignado']
    },
    ...refersTo({ seller: 1, sellerId: 0, sellerEmail: 0 })
  ]
}
