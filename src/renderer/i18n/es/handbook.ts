// The words of the handbook's screen in Spanish. The handbook's own text is in src/shared/handbook/templates.
import type { handbook as english } from '../en/handbook.ts'
import type { Texts } from '../texts.ts'

export const handbook: Texts<typeof english> = {
  title: 'Manual',
  complete: 'Todo en el {{what}} tiene valor. {{chapters}} capítulos, {{scenario}}, {{year}}.',
  completeLetters: '{{letters}} cartas, {{scenario}}, {{year}}; a ninguna le falta una cifra.',
  gaps_one: 'Falta una cosa antes de poder entregarlo.',
  gaps_other: 'Faltan {{count}} cosas antes de poder entregarlo.',
  letterGaps_one: 'A una carta le falta algo.',
  letterGaps_other: 'A {{count}} cartas les falta algo.',
  locked: 'El escenario está bloqueado: el texto se puede leer e imprimir, no cambiar.',
  noPlan: 'Un manual pertenece a un ejercicio y a un escenario: crea primero el ejercicio.',
  createYear: 'Crear un ejercicio',
  noLetters: 'Nadie vende todavía en este ejercicio: añade a las personas a las que escribir.',
  goPeople: 'Añadir personas',
  documents: { label: 'Documento', handbook: 'Manual', letter: 'Cartas' },
  language: { label: 'Idioma', en: 'Inglés', es: 'Español' },
  paper: { label: 'Papel', A4: 'A4', Letter: 'Carta' },
  print: 'Imprimir manual',
  printLetter: 'Imprimir carta',
  printAll: 'Imprimir todas las cartas',
  printing: 'Imprimiendo el manual',
  printingLetters: 'Imprimiendo cartas: {{name}}',
  lettersSaved_one: 'Una carta guardada en {{folder}}',
  lettersSaved_other: '{{count}} cartas guardadas en {{folder}}',
  lettersStopped_one: 'Detenido. Hay una carta guardada en {{folder}}.',
  lettersStopped_other: 'Detenido. Hay {{count}} cartas guardadas en {{folder}}.',
  printFailed: 'No se pudo imprimir la página: {{problem}}. El texto y las cifras están intactos.',
  fileName: '{{company}}, manual de retribución variable {{year}}',
  panes: { text: 'Texto', missing: 'Falta', people: 'Personas', letterText: 'Texto de la carta' },
  chapters: 'Capítulos',
  preview: 'La página tal como se imprime',
  nothingMissing: 'No falta nada. Todos los campos de la página tienen valor.',
  goMend: 'Arreglarlo',
  isComplete: 'completa',
  lacks_one: 'falta 1 dato',
  lacks_other: 'faltan {{count}} datos',
  noTeam: 'sin equipo',
  find: 'Buscar a una persona',
  edit: 'Cambiar las palabras',
  editing: 'Palabras del párrafo',
  save: 'Guardar',
  cancel: 'Cancelar',
  insertField: 'Insertar un valor',
  addBelow: 'Añadir un párrafo debajo',
  newParagraph: 'Párrafo nuevo',
  remove: 'Quitar el párrafo',
  reset: 'Volver a la plantilla',
  hint: '{nombre} representa un valor; **negrita** y *cursiva* dan énfasis. Ctrl+Intro guarda, Esc lo deja como estaba.',
  errors: {
    blockMissing: 'Este párrafo ya no está en el texto. No se ha cambiado nada.',
    unknownField: 'Este texto no tiene ningún valor llamado {{name}}. Elige uno en «Insertar un valor».',
    sellerMissing: 'Esta persona ya no está entre quienes reciben carta.'
  },
  commands: {
    createFromTemplate: 'Empezar el texto desde la plantilla',
    updateText: 'Cambiar el texto del manual',
    addParagraph: 'Añadir un párrafo al manual',
    removeBlock: 'Quitar un párrafo del manual'
  },
  facts: {
    handbook: 'Texto del manual',
    letter: 'Texto de la carta'
  }
}
