// The words of plans and scenarios in Spanish.
import type { plans as english } from '../en/plans.ts'
import type { Texts } from '../texts.ts'

export const plans: Texts<typeof english> = {
  finding_one: 'Una diferencia entre los dos escenarios',
  finding_other: '{{count}} diferencias entre los dos escenarios',
  same: 'Los dos escenarios dicen lo mismo',
  onlyOne: 'Este ejercicio tiene un solo escenario. Cópielo para probar otra cosa y comparar los dos.',
  left: 'Comparar',
  right: 'con',
  swap: 'Intercambiar',
  copyThis: 'Copiar este escenario',
  domain: 'Parte',
  what: 'Qué',
  about: 'De',
  change: 'Cambio',
  relative: 'Cambio, %',
  approve: {
    title: '{{name}} no se puede aprobar así',
    says: 'Esto impide que el plan cuadre. Arréglalo, o apruébalo igualmente y di por qué.',
    show: 'Ver',
    showOf: 'Ver: {{what}}',
    unknown: '{{kind}}: {{count}}',
    reason: 'Motivo',
    reasonHelp: 'Queda en las notas del escenario y en el registro de auditoría.',
    approve: 'Aprobar con este motivo'
  },
  nothingThere: 'Allí no se dice nada',
  facts: {
    unknown: '{{kind}}'
  },
  errors: {
    scenarioLocked: 'El escenario «{{name}}» está bloqueado. Desbloquéelo, o cópielo y cambie la copia.',
    nameTaken: 'Ya hay un escenario «{{name}}» en este ejercicio.',
    yearTaken: 'Ya hay un plan para {{fiscalYear}}.',
    notFound: 'Ese escenario ya no está.',
    lastScenario: '«{{name}}» es el único escenario de su ejercicio y se queda.',
    notSound: 'El escenario no se puede aprobar así: corrige lo que dicen sus avisos, o da un motivo.'
  },
  commands: {
    createPlan: 'Añadir el plan {{name}}',
    removePlan: 'Eliminar el plan {{name}}',
    createScenario: 'Crear el escenario {{name}}',
    copyScenario: 'Copiar al escenario {{name}}',
    renameScenario: 'Cambiar el nombre del escenario a {{name}}',
    lockScenario: 'Bloquear o desbloquear {{name}}',
    approveScenario: 'Aprobar o retirar {{name}}',
    removeScenario: 'Eliminar el escenario {{name}}'
  }
}
