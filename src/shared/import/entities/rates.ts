// Exchange rates by day: units of one currency for one unit of another.
import type { EntityEntry } from './entity.ts'

export const rates: EntityEntry = {
  name: 'rates',
  fileWords: ['rates', 'exchange', 'fx', 'currencies', 'tipos', 'cambio', 'divisas', 'monedas'],
  ownWords: ['exchange rate'],
  keepsCustom: false,
  needs: [['rate'], ['from', 'to', 'pair']],
  fields: [
    {
      name: 'from',
      kind: 'currency',
      weight: 3,
      en: [
        'from currency',
        'from',
        'base currency',
        'source currency',
        'currency',
        'currency code',
        'iso code',
        'currency iso code'
      ],
      es: [
        'divisa origen',
        'moneda origen',
        'desde',
        'moneda base',
        'divisa',
        'moneda',
        'de moneda',
        'código de moneda'
      ]
    },
    {
      name: 'to',
      kind: 'currency',
      weight: 3,
      en: ['to currency', 'to', 'target currency', 'quote currency'],
      es: ['divisa destino', 'moneda destino', 'a moneda', 'hasta', 'moneda objetivo']
    },
    { name: 'pair', kind: 'text', weight: 3, en: ['currency pair', 'pair'], es: ['par de divisas', 'par'] },
    {
      name: 'validOn',
      kind: 'date',
      weight: 2,
      en: ['rate date', 'valid from', 'start date', 'effective date', 'valid on', 'date', 'as of'],
      es: ['fecha', 'fecha del tipo de cambio', 'válido desde', 'fecha de inicio', 'vigente desde', 'fecha efectiva']
    },
    {
      name: 'rate',
      kind: 'number',
      weight: 4,
      isEssential: true,
      en: ['rate', 'exchange rate', 'conversion rate', 'fx rate'],
      es: ['tipo de cambio', 'tasa de cambio', 'cambio', 'tasa', 'factor de conversión'],
      weak: ['value', 'valor']
    }
  ]
}
