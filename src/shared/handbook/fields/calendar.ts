// The calendar of the plan year: when each quarter starts and ends.
import { daysBetween } from '#shared/units/date.ts'
import { everywhere, type HandbookField, shown } from './field.ts'
import { printTable } from './table.ts'

const say = {
  en: { caption: 'Quarters', quarter: 'Quarter', from: 'First day', to: 'Last day', days: 'Days', year: 'Year' },
  es: { caption: 'Trimestres', quarter: 'Trimestre', from: 'Primer día', to: 'Último día', days: 'Días', year: 'Año' }
} as const

export const calendarTable: HandbookField = {
  name: 'calendar.table',
  form: 'block',
  kinds: everywhere,
  label: { en: 'Table: the quarters of the year', es: 'Tabla: los trimestres del año' },
  source: { en: 'The fiscal calendar in Settings', es: 'El calendario fiscal de Ajustes' },
  render: ({ values, format, language }) => {
    const words = say[language]
    const days = (from: typeof values.startsOn, to: typeof values.startsOn) => format.count(daysBetween(from, to) + 1)
    return shown(
      printTable(
        `${words.caption}, ${format.year(values.fiscalYear)}`,
        [
          { header: words.quarter },
          { header: words.from },
          { header: words.to },
          { header: words.days, isNumber: true }
        ],
        [
          ...values.quarters.map(({ index, startsOn, endsOn }) => ({
            cells: [format.quarter({ index }), format.date(startsOn), format.date(endsOn), days(startsOn, endsOn)]
          })),
          {
            kind: 'total' as const,
            cells: [
              words.year,
              format.date(values.startsOn),
              format.date(values.endsOn),
              days(values.startsOn, values.endsOn)
            ]
          }
        ]
      )
    )
  }
}
