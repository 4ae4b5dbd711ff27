// The personal letter in English: one seller's quota, target and components, with three worked examples and a place to sign.
import { doc, field, heading, paragraph } from './build.ts'

export const standardLetterEn = doc(
  field('letter.address'),
  heading(1, 'letter', 'Your quota and variable pay for {plan.year}'),
  paragraph('letter-1', 'Dear {letter.name},'),
  paragraph(
    'letter-2',
    'this letter sets out what you are asked to achieve from {plan.period} and what it pays. The rules behind it stand in the sales compensation handbook; the figures here are yours alone.'
  ),
  field('letter.facts'),
  heading(2, 'letter-quota', 'Your quota'),
  field('letter.quotas'),
  heading(2, 'letter-components', 'How your target pay is earned'),
  field('letter.components'),
  heading(2, 'letter-examples', 'What three different years would pay'),
  paragraph(
    'letter-examples-1',
    'The examples are computed with your own quota and the target pay of the days you take part. Where a component measures the team, they assume that the team reaches the same attainment as you.'
  ),
  field('letter.examples'),
  heading(2, 'letter-sign', 'Acknowledgement'),
  paragraph(
    'letter-sign-1',
    'This letter applies together with the handbook of {company.name} for {plan.year}, version of {version.date}, and replaces earlier letters for the same period. Take any question about it to your manager first.'
  ),
  field('acknowledgement')
)
