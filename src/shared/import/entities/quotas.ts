// Quotas of sellers: one row a seller and period, or one row a seller with a column for each month or quarter.
import type { EntityEntry } from './entity.ts'
import { refersTo } from './references.ts'

export const quotas: EntityEntry = {
  name: 'quotas',
  fileWords: ['quota', 'quotas', 'cuota', 'cuotas', 'targets', 'objetivos', 'goals', 'metas'],
  ownWords: ['quota', 'target'],
  keepsCustom: false,
  hasPeriodColumns: true,
  needs: [
    ['seller', 'sellerId', 'sellerEmail'],
    ['amount', 'period:'],
    ['period', 'startsOn', 'period:']
  ],
  fields: [
    ...refersTo({ seller: 3, sellerId: 1, sellerEmail: 1 }),
    {
      name: 'team',
      kind: 'text',
      weight: 0,
      en: ['team', 'office', 'sales team'],
      es: ['equipo', 'oficina', 'delegación']
    },
    {
      name: 'period',
      kind: 'period',
      weight: 2,
      isEssential: true,
      en: ['period', 'fiscal period', 'quarter', 'month', 'fiscal quarter', 'fiscal year'],
      es: ['periodo', 'periodo fiscal', 'trimestre', 'mes', 'año fiscal'],
      weak: ['year', 'año']
    },
    {
      name: 'year',
      kind: 'year',
      weight: 1,
      standsInFor: 'period',
      en: ['year', 'calendar year'],
      es: ['año', 'ejercicio', 'año natural']
    },
    {
      name: 'startsOn',
      kind: 'date',
      weight: 1,
      en: ['start date', 'starts on', 'from', 'period start'],
      es: ['fecha de inicio', 'inicio', 'desde', 'inicio del periodo']
    },
    {
      name: 'endsOn',
      kind: 'date',
      weight: 1,
      en: ['end date', 'ends on', 'to', 'period end'],
      es: ['fecha de fin', 'fin', 'hasta', 'fin del periodo']
    },
    {
      name: 'amount',
      kind: 'money',
      weight: 4,
      isEssential: true,
      en: ['quota', 'quota amount', 'sales quota', 'target', 'target amount', 'goal'],
      es: ['cuota', 'importe de cuota', 'cuota de ventas', 'objetivo', 'importe objetivo', 'meta'],
      weak: ['amount', 'importe', 'value', 'valor', 'total', 'monto']
    },
    {
      name: 'measure',
      kind: 'text',
      weight: 0,
      en: ['measure', 'metric', 'kpi', 'quota type'],
      es: ['medida', 'métrica', 'indicador', 'tipo de cuota']
    },
    { name: 'currency', kind: 'currency', weight: 0, en: ['currency', 'quota currency'], es: ['divisa', 'moneda'] }
  ]
}
