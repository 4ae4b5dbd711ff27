// The words of the kit in Spanish: tables, charts, fields, states.
import type { ui as english } from '../en/ui.ts'
import type { Texts } from '../texts.ts'

export const ui: Texts<typeof english> = {
  missing: 'Sin valor',
  fewCases: 'Pocos casos: aquí el azar pesa más que la destreza',
  cases: 'n {{n}}',
  why: '¿por qué?',
  detail: 'Detalle',
  close: 'Cerrar',
  cancel: 'Cancelar',
  loading: 'Cargando',
  copy: 'Copiar',
  again: 'Reintentar',
  working: 'Trabajando',
  doneOf: '{{done}} de {{total}}',
  problem: { details: 'Detalles' },
  soundness: {
    mark: '{{share}} fiable',
    named: '{{name}}: {{share}} fiable',
    rows: '({{sound}} de {{rows}})',
    title: 'Fiabilidad de los datos de esta cifra',
    of: '{{share}} fiable: {{sound}} de {{rows}} sin avisos.',
    once: 'Una fila con varios hallazgos cuenta una sola vez; las que no se importaron cuentan como no fiables.',
    more_one: 'y un hallazgo más',
    more_other: 'y {{count}} hallazgos más',
    see: 'Ver qué falla'
  },
  table: {
    filter: 'Filtrar',
    filters: 'Filtrar por columna',
    filterBy: 'Filtrar por {{column}}',
    contains: 'contiene',
    moreThan: '>100, 10..20',
    clear: 'Quitar filtros',
    seen: '{{seen}} de {{total}}',
    columns: 'Columnas',
    moveUp: 'Subir {{column}}',
    moveDown: 'Bajar {{column}}',
    groupBy: 'Agrupar por',
    ungrouped: 'Sin grupos',
    noGroup: 'Sin asignar',
    reset: 'Columnas originales',
    resize: 'Arrastre para cambiar el ancho',
    export: 'Exportar lo que se ve',
    exportAs: { xlsx: 'Libro de Excel (xlsx)', csv: 'Tabla de texto (csv)' },
    check: 'Marcar fila',
    checkAll: 'Marcar todas las filas',
    ticked_one: '{{count}} marcada',
    ticked_other: '{{count}} marcadas',
    untick: 'Desmarcar todas',
    unprinted_one: 'Queda una fila sin imprimir; la exportación la incluye.',
    unprinted_other: 'Quedan {{count}} filas sin imprimir; la exportación las incluye todas.',
    noneFound: 'Ninguna fila cumple el filtro.',
    noRows: 'Aquí no hay nada todavía.',
    refused_one: 'Una celda quedó como estaba: «{{text}}» – {{reason}}.',
    refused_other: '{{count}} celdas quedaron como estaban; la primera: «{{text}}» – {{reason}}.',
    lostRows_one: 'Una fila pegada cae por debajo de la tabla y no se ha tomado.',
    lostRows_other: '{{count}} filas pegadas caen por debajo de la tabla y no se han tomado.'
  },
  chart: {
    showTable: 'Ver como tabla',
    showChart: 'Ver como gráfico',
    copy: 'Copiar como imagen',
    empty: 'Sin valores en este periodo.'
  },
  period: {
    year: 'Ejercicio {{year}}',
    half: 'S{{index}} {{year}}',
    quarter: 'T{{index}} {{year}}',
    month: 'M{{index}} {{year}}',
    week: 'Sem. {{index}} {{year}}'
  },
  periodShort: { half: 'S{{index}}', quarter: 'T{{index}}', month: 'M{{index}}', week: 'Sem. {{index}}' },
  field: {
    notAnAmount: 'No es un importe',
    notANumber: 'No es un número',
    notADate: 'No es una fecha: escriba 2027-03-31 o 31/03/2027',
    notAChoice: '«{{text}}» no es una de las opciones',
    required: 'No puede quedar vacío'
  }
}
