// Stage changes: which deal came to which stage on which day, one row a change (Salesforce "Opportunity History", HubSpot's stage history).
import type { EntityEntry } from './entity.ts'
import { refersTo } from './references.ts'

export const stageChanges: EntityEntry = {
  name: 'stageChanges',
  fileWords: ['history', 'stage', 'stages', 'historial', 'etapas', 'fases', 'historico'],
  ownWords: ['history'],
  keepsCustom: false,
  needs: [['opportunity', 'opportunityName'], ['stage'], ['enteredOn']],
  fields: [
    ...refersTo({ opportunity: 3, opportunityName: 1 }),
    {
      name: 'stage',
      kind: 'text',
      weight: 2,
      isEssential: true,
      en: ['to stage', 'new stage', 'stage', 'deal stage', 'stage name', 'sales stage'],
      es: ['a la etapa', 'etapa nueva', 'nueva etapa', 'etapa', 'fase', 'a etapa', 'hasta etapa'],
      weak: ['new value', 'nuevo valor', 'value', 'status', 'estado']
    },
    {
      name: 'fromStage',
      kind: 'text',
      weight: 5,
      en: ['from stage', 'old stage', 'previous stage', 'prior stage'],
      es: ['desde etapa', 'etapa anterior', 'etapa previa', 'fase anterior'],
      weak: ['old value', 'valor anterior']
    },
    {
      name: 'enteredOn',
      kind: 'date',
      weight: 4,
      isEssential: true,
      en: [
        'date entered',
        'entered on',
        'stage entered date',
        'entered stage',
        'stage change date',
        'stage date',
        'date entered stage',
        'changed on',
        'last stage change date'
      ],
      es: [
        'fecha de entrada',
        'fecha de cambio de etapa',
        'fecha de cambio',
        'fecha de etapa',
        'fecha de entrada en la etapa'
      ],
      weak: [
        'last modified',
        'last modified date',
        'última modificación',
        'fecha de la última modificación',
        'edit date',
        'created date',
        'modified time',
        'date',
        'fecha',
        'timestamp',
        'fecha de modificación'
      ]
    },
    ...refersTo({ seller: 0 })
  ]
}
