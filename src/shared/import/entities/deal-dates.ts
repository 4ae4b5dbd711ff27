// The dates of a deal: made, closing, closed, won, lost, and when somebody last worked on it.
import type { EntityField } from './entity.ts'

export const dealDates: readonly EntityField[] = [
  {
    name: 'createdOn',
    kind: 'date',
    weight: 1,
    en: [
      'created date',
      'create date',
      'created on',
      'date created',
      'creation date',
      'created time',
      'open date',
      'opened',
      'engage date',
      'deal created',
      'date added'
    ],
    es: [
      'fecha de creación',
      'creado el',
      'hora de creación',
      'fecha de apertura',
      'negocio creado',
      'fecha de alta',
      'trato creado',
      'fecha de registro'
    ],
    weak: ['start date', 'fecha de inicio', 'inicio', 'fecha de ingreso', 'entry date', 'fecha de entrada']
  },
  {
    name: 'closeOn',
    kind: 'date',
    weight: 3,
    isEssential: true,
    en: [
      'close date',
      'closing date',
      'expected close date',
      'est. close date',
      'estimated close date',
      'expected closing',
      'forecast close date',
      'predicted closing date',
      'expected date'
    ],
    es: [
      'fecha de cierre',
      'cierre',
      'fecha de cierre prevista',
      'cierre previsto',
      'fecha de cierre estimada',
      'fecha de cierre esperada',
      'fecha prevista',
      'fecha estimada',
      'previsión de cierre'
    ],
    weak: [
      'date',
      'fecha',
      'sale date',
      'fecha de venta',
      'order date',
      'fecha de pedido',
      'invoice date',
      'fecha de factura',
      'signature date',
      'fecha de firma',
      'close month',
      'mes de cierre',
      'end date',
      'fecha fin',
      'fecha de entrega',
      'fecha de desembolso',
      'booking date',
      'target date',
      'purchase date',
      'fecha de compra',
      'document date',
      'fecha de documento'
    ]
  },
  {
    name: 'closedOn',
    kind: 'date',
    weight: 1,
    standsInFor: 'closeOn',
    en: [
      'closed date',
      'actual close date',
      'deal closed on',
      'closed on',
      'closed at',
      'closed time',
      'real close date'
    ],
    es: [
      'fecha de cierre real',
      'cierre real',
      'cerrado el',
      'fecha real de cierre',
      'fecha de cierre efectiva',
      'fecha de cierre final',
      'hora de cierre'
    ]
  },
  {
    name: 'wonOn',
    kind: 'date',
    weight: 1,
    standsInFor: 'closeOn',
    en: ['won date', 'won time', 'date won', 'won on', 'closed won date'],
    es: ['fecha de ganado', 'ganado el', 'hora de ganado', 'fecha ganada', 'momento de ganado']
  },
  {
    name: 'lostOn',
    kind: 'date',
    weight: 1,
    en: ['lost date', 'lost time', 'date lost', 'lost on', 'closed lost date'],
    es: ['fecha de pérdida', 'perdido el', 'hora de pérdida', 'fecha perdida', 'momento de pérdida']
  },
  {
    name: 'lastActivityOn',
    kind: 'date',
    weight: 1,
    en: [
      'last activity date',
      'last activity',
      'last activity time',
      'last contacted',
      'last contact date',
      'last interaction',
      'last touch'
    ],
    es: [
      'fecha de la última actividad',
      'última actividad',
      'último contacto',
      'fecha de último contacto',
      'hora de la última actividad',
      'última interacción'
    ]
  }
]
