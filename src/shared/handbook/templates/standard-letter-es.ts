// The personal letter in Spanish: the same structure and the same block ids as the English one.
import { doc, field, heading, paragraph } from './build.ts'

export const standardLetterEs = doc(
  field('letter.address'),
  heading(1, 'letter', 'Tu cuota y tu variable para el {plan.year}'),
  paragraph('letter-1', 'Hola, {letter.name}:'),
  paragraph(
    'letter-2',
    'Esta carta recoge lo que se espera que consigas {plan.period} y lo que paga. Las reglas están en el manual de retribución variable; las cifras de aquí son solo tuyas.'
  ),
  field('letter.facts'),
  heading(2, 'letter-quota', 'Tu cuota'),
  field('letter.quotas'),
  heading(2, 'letter-components', 'Cómo se gana tu variable a objetivo'),
  field('letter.components'),
  heading(2, 'letter-examples', 'Lo que pagarían tres años distintos'),
  paragraph(
    'letter-examples-1',
    'Los ejemplos están calculados con tu propia cuota y el variable a objetivo de los días en que participas. Cuando un componente mide al equipo, suponen que el equipo alcanza la misma consecución que tú.'
  ),
  field('letter.examples'),
  heading(2, 'letter-sign', 'Acuse de recibo'),
  paragraph(
    'letter-sign-1',
    'Esta carta se aplica junto con el manual de {company.name} para el {plan.year}, versión del {version.date}, y sustituye a las cartas anteriores del mismo periodo. Si tienes dudas, coméntalas primero con tu responsable.'
  ),
  field('acknowledgement')
)
