// Deals: one row an opportunity, with who sells what to whom, its stage, its amount and its dates.
import type { EntityEntry } from './entity.ts'

export const opportunities: EntityEntry = {
  name: 'opportunities',
  fileWords: [
    'opportunity',
    'opportunities',
    'deals',
    'pipeline',
    'sales',
    'negocios',
    'oportunidades',
    'embudo',
    'ventas',
    'tratos',
    'informe'
  ],
  keepsCustom: true,
  needs: [
    ['stage', 'amount'],
    ['closeOn', 'amount', 'externalId'],
    ['name', 'externalId', 'account', 'product', 'seller']
  ],
  fields: [
    {
      name: 'externalId',
      kind: 'id',
      weight: 2,
      en: [
        'opportunity id',
        'deal id',
        'record id',
        'opportunity number',
        'deal number',
        'id',
        'order id',
        'hs object id',
        'record id deal'
      ],
      es: [
        'id de la oportunidad',
        'id de oportunidad',
        'id de registro',
        'id del negocio',
        'id de negocio',
        'id',
        'numero de oportunidad',
        'codigo',
        'id de trato',
        'numero de pedido',
        'id trato'
      ]
    },
    {
      name: 'name',
      kind: 'text',
      weight: 2,
      en: [
        'opportunity name',
        'deal name',
        'deal title',
        'deal',
        'opportunity',
        'topic',
        'dealname',
        'potential name',
        'title',
        'name'
      ],
      es: [
        'nombre de la oportunidad',
        'nombre de oportunidad',
        'nombre del negocio',
        'nombre del trato',
        'negocio',
        'oportunidad',
        'titulo',
        'tema',
        'trato',
        'nombre de trato',
        'titulo del trato',
        'concepto',
        'nombre'
      ]
    },
    {
      name: 'account',
      kind: 'name',
      weight: 1,
      en: [
        'account',
        'account name',
        'company',
        'company name',
        'customer',
        'customer name',
        'client',
        'organization',
        'associated company',
        'primary associated company',
        'potential customer',
        'organization name',
        'primary company',
        'client name'
      ],
      es: [
        'cuenta',
        'nombre de la cuenta',
        'nombre de cuenta',
        'empresa',
        'empresa asociada',
        'cliente',
        'nombre del cliente',
        'organizacion',
        'cliente potencial',
        'razon social',
        'nombre de la empresa',
        'empresas asociadas',
        'nombre de empresa'
      ]
    },
    {
      name: 'product',
      kind: 'name',
      weight: 1,
      en: ['product', 'product name', 'item', 'products', 'line item'],
      es: ['producto', 'nombre del producto', 'productos', 'nombre de producto', 'articulo', 'servicio']
    },
    {
      name: 'seller',
      kind: 'name',
      weight: 1,
      en: [
        'sales agent',
        'opportunity owner',
        'deal owner',
        'owner',
        'sales rep',
        'seller',
        'rep',
        'agent',
        'salesperson',
        'account executive',
        'assigned to',
        'deal owner name',
        'owner name',
        'potential owner',
        'opportunity owner name'
      ],
      es: [
        'propietario de oportunidad',
        'propietario de la oportunidad',
        'propietario del negocio',
        'propietario',
        'vendedor',
        'comercial',
        'agente',
        'responsable',
        'ejecutivo',
        'asesor',
        'propietario de trato',
        'propietario del trato',
        'asignado a',
        'representante',
        'analista'
      ]
    },
    {
      name: 'stage',
      kind: 'text',
      weight: 3,
      en: [
        'deal stage',
        'stage',
        'sales stage',
        'opportunity stage',
        'status',
        'pipeline stage',
        'dealstage',
        'stage name',
        'deal status',
        'status reason'
      ],
      es: [
        'etapa',
        'etapa del negocio',
        'fase',
        'etapa de ventas',
        'estado',
        'fase de venta',
        'etapa de la oportunidad',
        'fase del trato',
        'etapa del trato',
        'fase de ventas',
        'situacion',
        'razon para el estado'
      ]
    },
    {
      name: 'amount',
      kind: 'money',
      weight: 3,
      isEssential: true,
      en: [
        'close value',
        'amount',
        'deal value',
        'value',
        'total amount',
        'deal amount',
        'revenue',
        'amount in company currency',
        'est revenue',
        'estimated revenue',
        'actual revenue',
        'price',
        'contract value',
        'total',
        'sales',
        'sales amount',
        'booking amount'
      ],
      es: [
        'importe',
        'valor',
        'monto',
        'cantidad',
        'importe total',
        'valor del negocio',
        'valor del trato',
        'ingresos estimados',
        'monto total',
        'valor total',
        'ingresos est',
        'venta',
        'importe de venta',
        'total',
        'monto solicitado ofertado',
        'ingresos reales',
        'importe neto'
      ]
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
        'currency code'
      ],
      es: [
        'divisa',
        'moneda',
        'importe divisa',
        'divisa de la oportunidad',
        'moneda del negocio',
        'codigo de moneda',
        'monto solicitado ofertado divisa'
      ]
    },
    {
      name: 'createdOn',
      kind: 'date',
      weight: 1,
      isEssential: false,
      en: [
        'engage date',
        'created date',
        'create date',
        'created on',
        'date created',
        'open date',
        'creation date',
        'deal created',
        'created',
        'created time',
        'createdate',
        'start date',
        'engagement date'
      ],
      es: [
        'fecha de creacion',
        'creado el',
        'fecha creacion',
        'fecha de apertura',
        'negocio creado',
        'creado',
        'hora de creacion',
        'fecha de alta',
        'trato creado',
        'fecha de inicio',
        'fecha de creacion del negocio',
        'fecha alta'
      ]
    },
    {
      name: 'closeOn',
      kind: 'date',
      weight: 3,
      isEssential: true,
      en: [
        'close date',
        'closing date',
        'closed date',
        'expected close date',
        'est close date',
        'estimated close date',
        'closedate',
        'won date',
        'actual close date',
        'order date',
        'invoice date',
        'won time',
        'deal closed on',
        'sale date',
        'date'
      ],
      es: [
        'fecha de cierre',
        'fecha cierre',
        'fecha de cierre prevista',
        'cierre previsto',
        'fecha prevista de cierre',
        'fecha de cierre esperada',
        'fecha de venta',
        'fecha de pedido',
        'fecha de cierre estimada',
        'cierre',
        'fecha est de cierre',
        'fecha estimada de cierre',
        'fecha de desembolso',
        'fecha'
      ]
    },
    {
      name: 'leadSource',
      kind: 'text',
      weight: 1,
      en: [
        'lead source',
        'source',
        'original source',
        'deal source',
        'channel',
        'source type',
        'original traffic source'
      ],
      es: [
        'origen del candidato',
        'origen',
        'fuente',
        'origen de la oportunidad',
        'canal',
        'fuente original',
        'fuente de posible cliente',
        'origen del lead',
        'procedencia'
      ]
    },
    {
      name: 'isNewBusiness',
      kind: 'flag',
      weight: 1,
      en: ['new business', 'opportunity type', 'deal type', 'type', 'new or existing', 'is new business'],
      es: ['tipo de oportunidad', 'tipo de negocio', 'nuevo negocio', 'tipo', 'cliente nuevo', 'tipo de trato']
    }
  ]
}
