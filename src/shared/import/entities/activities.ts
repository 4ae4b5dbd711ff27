// Activities: calls, meetings, mails, each on a day, by a seller, for an account or a deal.
import type { EntityEntry } from './entity.ts'
import { refersTo } from './references.ts'

export const activities: EntityEntry = {
  name: 'activities',
  fileWords: [
    'activity',
    'activities',
    'tasks',
    'calls',
    'meetings',
    'events',
    'actividades',
    'tareas',
    'llamadas',
    'reuniones',
    'visitas'
  ],
  ownWords: ['activity'],
  keepsCustom: false,
  needs: [
    ['kind'],
    ['happenedOn'],
    ['seller', 'sellerId', 'sellerEmail', 'account', 'accountId', 'opportunity', 'opportunityName']
  ],
  fields: [
    {
      name: 'kind',
      kind: 'text',
      weight: 3,
      isEssential: true,
      en: ['activity type', 'type of activity', 'task type', 'task subtype', 'event type', 'activity'],
      es: ['tipo de actividad', 'tipo de tarea', 'tipo de evento', 'actividad'],
      weak: ['type', 'tipo', 'engagement type']
    },
    {
      name: 'happenedOn',
      kind: 'date',
      weight: 2,
      isEssential: true,
      en: [
        'activity date',
        'due date',
        'completed on',
        'done on',
        'done time',
        'activity time',
        'start time',
        'marked as done time'
      ],
      es: [
        'fecha de la actividad',
        'realizada el',
        'fecha de realización',
        'hora de inicio',
        'fecha de vencimiento',
        'fecha de inicio'
      ],
      weak: ['date', 'fecha', 'created date', 'fecha de creación']
    },
    {
      name: 'externalId',
      kind: 'id',
      weight: 1,
      en: ['activity id', 'task id', 'record id', 'id'],
      es: ['id de actividad', 'id de tarea', 'id de registro']
    },
    ...refersTo({
      seller: 1,
      sellerId: 1,
      sellerEmail: 1,
      account: 1,
      accountId: 1,
      opportunity: 1,
      opportunityName: 1
    })
  ]
}
