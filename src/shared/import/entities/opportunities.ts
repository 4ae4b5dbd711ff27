// Deals: one row an opportunity, with who sells what to whom, its stage, its amount and its dates. A wide sheet also says things
// about the account, the seller and the product of each deal; those columns are here too.
import { dealAmounts } from './deal-amounts.ts'
import { dealDates } from './deal-dates.ts'
import { dealParties } from './deal-parties.ts'
import type { EntityEntry } from './entity.ts'
import { refersTo } from './references.ts'

export const opportunities: EntityEntry = {
  name: 'opportunities',
  fileWords: [
    'opportunity',
    'opportunities',
    'deals',
    'deal',
    'pipeline',
    'sales',
    'negocios',
    'oportunidades',
    'embudo',
    'ventas',
    'tratos',
    'informe'
  ],
  ownWords: ['deal', 'sales'],
  keepsCustom: true,
  needs: [
    ['stage', 'amount'],
    ['closeOn', 'amount', 'externalId'],
    ['name', 'externalId', 'account', 'product', 'seller'],
    ['stage', 'account', 'accountId', 'seller', 'sellerId', 'sellerEmail', 'product']
  ],
  needsWhenNamed: [
    ['stage', 'amount', 'closeOn', 'createdOn', 'seller', 'leadSource'],
    ['name', 'externalId', 'account', 'seller', 'stage']
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
        'hs object id',
        '(do not modify) opportunity',
        'id',
        'copper id',
        'external id'
      ],
      es: [
        'id de la oportunidad',
        'id del negocio',
        'id de trato',
        'id de registro',
        'número de oportunidad',
        'código de oportunidad',
        '(no modificar) oportunidad'
      ],
      weak: [
        'order id',
        'order number',
        'número de pedido',
        'quote number',
        'número de oferta',
        'sales document',
        'documento de venta'
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
        'topic',
        'potential name',
        'opportunity',
        'deal',
        'title',
        'subject',
        'name'
      ],
      es: [
        'nombre de la oportunidad',
        'nombre del negocio',
        'nombre de trato',
        'oportunidad',
        'negocio',
        'trato',
        'título',
        'tema',
        'asunto',
        'nombre'
      ],
      weak: ['concepto', 'project', 'proyecto', 'project name', 'nombre del proyecto']
    },
    ...refersTo({ account: 1, accountId: 1, product: 1 }),
    ...refersTo({ seller: 1, sellerId: 1, sellerEmail: 1 }),
    {
      name: 'stage',
      kind: 'text',
      weight: 3,
      en: [
        'stage',
        'deal stage',
        'sales stage',
        'opportunity stage',
        'stage name',
        'sales phase',
        'current stage',
        'pipeline stage',
        'status label'
      ],
      es: [
        'etapa',
        'etapa del negocio',
        'fase',
        'etapa de ventas',
        'fase de venta',
        'etapa de la oportunidad',
        'etapa comercial',
        'etapa actual',
        'etapa del embudo',
        'fase de canalización'
      ],
      weak: ['pipeline phase', 'status reason', 'razón para el estado', 'pipeline stage id', 'stage id']
    },
    {
      name: 'status',
      kind: 'text',
      weight: 1,
      standsInFor: 'stage',
      en: ['status', 'deal status', 'opportunity status', 'opportunity state', 'status type'],
      es: ['estado', 'estado de la oportunidad', 'estado del negocio', 'situación', 'estatus'],
      // Beside the phase of a deal it says what has become of it.
      weak: ['result', 'resultado', 'outcome', 'status reason', 'razón para el estado']
    },
    {
      name: 'isWon',
      kind: 'flag',
      weight: 1,
      en: ['is won', 'won', 'closed won', 'is closed won'],
      es: ['ganada', 'ganado', 'es ganada', 'cierre ganado']
    },
    {
      name: 'isClosed',
      kind: 'flag',
      weight: 1,
      en: ['is closed', 'closed'],
      es: ['cerrado', 'cerrada', 'está cerrada']
    },
    {
      name: 'lossReason',
      kind: 'text',
      weight: 1,
      en: ['loss reason', 'lost reason', 'closed lost reason', 'reason lost', 'reason for loss'],
      es: ['motivo de pérdida', 'razón de pérdida', 'motivo de cierre perdido', 'causa de pérdida'],
      weak: ['close reason', 'reason', 'motivo', 'closed reason', 'win/loss reason', 'motivo de cierre']
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
        'original traffic source',
        'source channel',
        'original source type',
        'opportunity source'
      ],
      es: [
        'origen del candidato',
        'origen',
        'fuente',
        'fuente de posible cliente',
        'fuente original',
        'fuente original de tráfico',
        'origen de la oportunidad',
        'origen del lead',
        'origen del cliente potencial',
        'procedencia'
      ],
      weak: ['channel', 'canal', 'canal de venta', 'canal de captación']
    },
    {
      name: 'isNewBusiness',
      kind: 'flag',
      weight: 1,
      en: ['opportunity type', 'deal type', 'new business', 'is new business', 'new or existing', 'business type'],
      es: ['tipo de oportunidad', 'tipo de negocio', 'nuevo negocio', 'cliente nuevo', 'tipo de trato'],
      weak: ['type', 'tipo', 'sales type', 'tipo de venta']
    },
    ...dealAmounts,
    ...dealDates,
    ...dealParties
  ]
}
