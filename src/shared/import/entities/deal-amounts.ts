// The columns of a deal that count: its amount as expected and as won, the currency, the chance and the forecast.
import type { EntityField } from './entity.ts'

export const dealAmounts: readonly EntityField[] = [
  {
    name: 'amount',
    kind: 'money',
    weight: 3,
    isEssential: true,
    en: [
      'amount',
      'deal value',
      'close value',
      'value',
      'deal amount',
      'total amount',
      'contract value',
      'total contract value',
      'tcv',
      'booking amount',
      'sales amount',
      'opportunity amount',
      'deal size',
      'bid amount',
      'potential amount',
      'total value',
      'net value'
    ],
    es: [
      'importe',
      'valor',
      'monto',
      'importe total',
      'valor del negocio',
      'valor del trato',
      'monto total',
      'valor total',
      'importe de venta',
      'valor del contrato',
      'importe neto',
      'valor neto',
      'cuantía'
    ],
    weak: [
      'sales',
      'venta',
      'ventas',
      'total',
      'price',
      'total price',
      'precio',
      'precio total',
      'amount in company currency',
      'importe convertido',
      'amount converted',
      'revenue',
      'ingresos',
      'acv',
      'arr',
      'mrr',
      'likely',
      'booking',
      'bookings',
      'presupuesto',
      'budget',
      'importe desembolsado',
      'acv amount',
      'size',
      'oferta',
      'importe ofertado',
      'monto solicitado',
      'monto solicitado / ofertado',
      'cantidad'
    ]
  },
  {
    name: 'expectedAmount',
    kind: 'money',
    weight: 1,
    standsInFor: 'amount',
    isStandInOnly: true,
    en: ['estimated value', 'expected value', 'estimated amount', 'expected amount'],
    es: ['valor estimado', 'importe estimado', 'importe previsto', 'monto estimado'],
    weak: [
      'est. revenue',
      'estimated revenue',
      'expected revenue',
      'ingresos est.',
      'ingresos estimados',
      'ingresos previstos',
      'ingresos esperados',
      'ingreso esperado'
    ]
  },
  {
    name: 'actualAmount',
    kind: 'money',
    weight: 1,
    standsInFor: 'amount',
    en: ['actual revenue', 'actual value', 'actual amount', 'won amount', 'closed amount', 'won value'],
    es: ['ingresos reales', 'importe real', 'valor real', 'importe ganado', 'importe cerrado', 'importe final']
  },
  {
    name: 'currency',
    kind: 'currency',
    weight: 1,
    en: [
      'currency',
      'amount currency',
      'total amount currency',
      'deal currency',
      'opportunity currency',
      'currency code',
      'currency of value',
      'transaction currency',
      'bid currency'
    ],
    es: [
      'importe divisa',
      'divisa',
      'moneda',
      'divisa de la oportunidad',
      'moneda del negocio',
      'código de moneda',
      'moneda del importe'
    ]
  },
  {
    name: 'probability',
    kind: 'ratio',
    weight: 1,
    en: [
      'probability',
      'probability (%)',
      'win probability',
      'deal probability',
      'close probability',
      'win likelihood',
      'chance of success',
      'probability of winning',
      'closing %',
      'win %'
    ],
    es: [
      'probabilidad',
      'probabilidad (%)',
      '% probabilidad',
      'probabilidad de cierre',
      'probabilidad de éxito',
      'probabilidad de ganar',
      '% de cierre'
    ],
    weak: ['confidence', 'confianza']
  },
  {
    name: 'forecastCategory',
    kind: 'text',
    weight: 1,
    en: ['forecast category', 'forecast category name', 'forecast status', 'forecast type'],
    es: ['categoría de pronóstico', 'categoría de previsión', 'categoría de forecast'],
    weak: ['forecast', 'pronóstico', 'previsión']
  }
]
