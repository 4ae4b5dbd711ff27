// Targets of the company, a team, a territory or a product for a period: one row each, or one column a period.
import type { EntityEntry } from './entity.ts'

export const targets: EntityEntry = {
  name: 'targets',
  fileWords: ['target', 'targets', 'goals', 'budget', 'objetivo', 'objetivos', 'metas', 'presupuesto'],
  ownWords: ['target'],
  keepsCustom: false,
  hasPeriodColumns: true,
  needs: [
    ['amount', 'period:'],
    ['period', 'startsOn', 'period:'],
    ['scopeName', 'scope', 'team', 'territory', 'product', 'measure', 'amount']
  ],
  fields: [
    {
      name: 'scope',
      kind: 'text',
      weight: 2,
      en: ['scope', 'target scope', 'level', 'target level'],
      es: ['ámbito', 'nivel', 'alcance']
    },
    {
      name: 'scopeName',
      kind: 'text',
      weight: 1,
      en: ['scope name', 'target name', 'name', 'target for'],
      es: ['nombre del ámbito', 'nombre', 'nombre del objetivo']
    },
    {
      name: 'team',
      kind: 'text',
      weight: 2,
      en: ['team', 'office', 'sales team', 'business unit', 'department'],
      es: ['equipo', 'oficina', 'delegación', 'equipo de ventas', 'unidad de negocio', 'departamento']
    },
    {
      name: 'territory',
      kind: 'text',
      weight: 2,
      en: ['territory', 'zone', 'region'],
      es: ['territorio', 'zona', 'región']
    },
    {
      name: 'product',
      kind: 'name',
      weight: 2,
      en: ['product', 'product name', 'product family', 'product line'],
      es: ['producto', 'nombre del producto', 'familia de producto', 'línea de producto']
    },
    {
      name: 'measure',
      kind: 'text',
      weight: 1,
      en: ['measure', 'metric', 'kpi', 'target type'],
      es: ['medida', 'métrica', 'indicador', 'tipo de objetivo']
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
      weight: 3,
      isEssential: true,
      en: ['target', 'target amount', 'goal', 'target value', 'goal amount', 'budget'],
      es: ['objetivo', 'importe objetivo', 'meta', 'valor objetivo', 'presupuesto', 'importe del objetivo'],
      weak: ['amount', 'importe', 'value', 'valor', 'total', 'monto']
    },
    { name: 'currency', kind: 'currency', weight: 0, en: ['currency'], es: ['divisa', 'moneda'] }
  ]
}
