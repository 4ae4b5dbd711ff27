// Activities: calls, meetings, mails, each on a day, by a seller, for an account or a deal.
import type { EntityEntry } from './entity.ts'

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
  keepsCustom: false,
  needs: [['kind'], ['happenedOn'], ['seller', 'account', 'opportunity']],
  fields: [
    {
      name: 'kind',
      kind: 'text',
      weight: 3,
      isEssential: true,
      en: ['activity type', 'type of activity', 'task type', 'activity', 'task subtype', 'event type'],
      es: ['tipo de actividad', 'actividad', 'tipo de tarea', 'tipo de evento']
    },
    {
      name: 'happenedOn',
      kind: 'date',
      weight: 2,
      isEssential: true,
      en: ['activity date', 'due date', 'date', 'completed on', 'done on', 'start time', 'done time', 'activity time'],
      es: [
        'fecha de la actividad',
        'fecha de actividad',
        'fecha',
        'fecha de vencimiento',
        'realizada el',
        'hora de inicio',
        'fecha de realizacion'
      ]
    },
    {
      name: 'seller',
      kind: 'name',
      weight: 1,
      en: [
        'assigned to',
        'assigned',
        'owner',
        'activity owner',
        'assigned to user',
        'sales rep',
        'seller',
        'user',
        'sales agent'
      ],
      es: ['asignado a', 'asignado', 'propietario', 'comercial', 'vendedor', 'usuario', 'responsable']
    },
    {
      name: 'account',
      kind: 'name',
      weight: 1,
      en: ['account', 'account name', 'company', 'company account', 'organization', 'customer'],
      es: ['cuenta', 'nombre de la cuenta', 'empresa', 'cliente', 'organizacion', 'compania cuenta']
    },
    {
      name: 'opportunity',
      kind: 'id',
      weight: 1,
      en: ['opportunity id', 'deal id', 'related to id', 'opportunity'],
      es: ['id de la oportunidad', 'id de oportunidad', 'id del negocio', 'oportunidad']
    }
  ]
}
