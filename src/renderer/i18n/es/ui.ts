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
  quarter: 'Trimestre',
  month: 'Mes',
  period: {
    year: 'Ejercicio {{year}}',
    half: 'S{{index}} {{year}}',
    quarter: 'T{{index}} {{year}}',
    month: 'M{{index}} {{year}}',
    week: 'Sem. {{index}} {{year}}'
  },
  field: {
    notAnAmount: 'No es un importe',
    notANumber: 'No es un número',
    notADate: 'No es una fecha: escriba 2027-03-31 o 31/03/2027',
    notAChoice: '«{{text}}» no es una de las opciones',
    required: 'No puede quedar vacío'
  }
}
