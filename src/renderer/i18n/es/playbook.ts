// Las palabras del modelo de etapas en español.
import type { Texts } from '../texts.ts'

export const playbook: Texts<typeof import('../en/playbook.ts').playbook> = {
  stages: 'Etapas',
  meaning:
    'Lo que significa una etapa decide qué cuenta: las oportunidades en una etapa ganada son ventas, las de una abierta son embudo.',
  name: 'Etapa',
  status: 'Significa',
  probability: 'Probabilidad de ganar',
  probabilityMissing: 'Nadie la ha indicado todavía',
  deals: 'Oportunidades',
  add: 'Añadir etapa',
  newName: 'Etapa nueva',
  actions: 'Orden',
  up: 'Subir',
  down: 'Bajar',
  remove: 'Eliminar',
  removeWhy: 'Hay oportunidades en esta etapa, así que se queda',
  empty: 'Todavía no hay etapas. Una importación añade las que nombra el archivo.',
  errors: {
    stageNameTaken: 'Ya existe una etapa «{{name}}».',
    stageInUse: 'Hay oportunidades en «{{name}}» ({{deals}}), así que se queda. Se puede cambiar de nombre.',
    stageMissing: 'Esa etapa ya no existe.'
  },
  commands: {
    createStage: 'Añadir la etapa {{name}}',
    updateStage: 'Cambiar la etapa {{name}}',
    orderStages: 'Ordenar las etapas',
    removeStage: 'Eliminar la etapa {{name}}'
  }
}
