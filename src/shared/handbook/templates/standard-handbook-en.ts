// The standard handbook in English. Where a sentence depends on a rule of the plan, it is a field, so that it can't go stale.
import { bullets, callout, doc, field, heading, pageBreak, paragraph, steps } from './build.ts'

export const standardHandbookEn = doc(
  field('cover'),
  field('contents'),
  pageBreak(),
  heading(1, 'purpose', 'Purpose'),
  paragraph(
    'purpose-1',
    'This handbook says how variable pay works in the sales organisation of {company.name} in {plan.year}: what is measured, against which goal, what each result pays, and what happens when something changes during the year. It is written for the people who are paid by it.'
  ),
  paragraph(
    'purpose-2',
    'A good plan can be explained in a minute and recomputed on paper. Three principles stand behind every rule that follows.'
  ),
  bullets(
    'principles',
    '**Pay follows results that a seller can influence.** Each component measures something that the person, or the team close to the person, decides.',
    '**Goals are fair before they are ambitious.** Territories and quotas are set with the same method for everyone, and the method is printed here.',
    '**Every amount can be explained.** Any payment can be opened down to the deals, the rate and the rounding behind it.'
  ),
  callout(
    'note',
    'purpose-live',
    'The figures, tables and worked examples in this handbook come from the same engine that computes pay. They state the scenario {plan.scenario} as it stood on {version.date}.'
  ),

  heading(1, 'eligibility', 'Who this handbook is for'),
  paragraph(
    'eligibility-1',
    'The handbook covers {people.count} whose pay has a variable part in {plan.year}, which runs from {plan.period}. They belong to {people.teams}.'
  ),
  paragraph(
    'eligibility-2',
    'A person takes part from the day on which a plan is assigned, and needs three things to do so: a pay plan, a target for variable pay and, where a component measures a person’s own result, a quota. Each of the three is confirmed in a personal letter. Where handbook and letter differ, the letter prevails on the amounts and the handbook on the rules.'
  ),
  paragraph(
    'eligibility-3',
    'Variable pay is paid on top of fixed pay. Amounts in this handbook are gross, for a full year at full time unless stated otherwise, and in {plan.currency}.'
  ),

  heading(1, 'results', 'The results this plan stands on'),
  paragraph(
    'results-1',
    'In {results.year} the company booked {results.bookings} in {results.deals}. A booking is a won deal, counted on the day it closed; deals that are open or lost are not part of these figures. The results were taken from the CRM, with data as of {data.asOf}.'
  ),
  field('results.byQuarter'),
  paragraph(
    'results-2',
    'The shape of the year matters as much as its total, because it decides how a yearly goal is spread over the quarters. The table below shows how the year was shared among the sellers. It is printed for orientation, not as a ranking to be repeated: territories differ in age and in potential.'
  ),
  field('results.bestSellers'),

  heading(1, 'territories', 'Territories and account assignment'),
  paragraph(
    'territories-1',
    'Every account has one home. For {plan.year} the market is divided into {territories.count} that hold {territories.accounts}. The people of a territory are the ones who may work its accounts, and what they win there counts for them.'
  ),
  field('territories.table'),
  heading(2, 'assignment', 'How accounts are assigned'),
  bullets(
    'assignment-rules',
    'An account belongs to one territory at a time. A new account goes to the territory whose rule it meets on the day it is created.',
    'Where two territories could claim an account, sales operations decides within five working days, and the decision is recorded with its reason.',
    'An account may move during the year when a territory is redrawn. Deals already won stay with the person who won them; open deals move with the account unless a handover is agreed in writing.'
  ),

  heading(1, 'quotas', 'Quotas and how they were set'),
  paragraph(
    'quotas-1',
    'A quota is what a person is to book in a period. It is the goal against which attainment is measured, and the same figure appears in the personal letter, in the reports and in the calculation of pay.'
  ),
  heading(2, 'quota-method', 'From the target to the quota'),
  paragraph(
    'quotas-2',
    'The company’s target for {plan.year} is {quotas.target}. {quotas.method} The year was then spread over its months, so that a quarter’s quota is the sum of three months.'
  ),
  paragraph('quotas-3', '{quotas.check} {quotas.count} carry a quota this year.'),
  heading(2, 'quota-table', 'Quotas by seller and quarter'),
  field('quotas.table'),
  heading(2, 'quota-calendar', 'The quarters of the year'),
  field('calendar.table'),

  heading(1, 'plan', 'The plan, component by component'),
  paragraph(
    'plan-1',
    'Each plan below is described in the order in which it is computed. First come its rules in sentences, then what each level of attainment pays, then three worked examples: a year that falls short, a year on target and a year above it. The examples are computed by the engine, not typed.'
  ),
  field('pay.plans'),

  heading(1, 'crediting', 'Crediting and timing of pay'),
  heading(2, 'crediting-deals', 'Which deals count, and for whom'),
  field('pay.crediting'),
  bullets(
    'crediting-rules',
    'The owner is the one named in the CRM on the day of closing. A change of owner after that day does not move the credit.',
    'A deal without an amount, or in a currency other than {plan.currency}, is not credited until that is corrected.',
    'A cancellation or credit note counts as a negative booking on its own date; it takes away exactly the credit that the deal gave.'
  ),
  heading(2, 'crediting-timing', 'When pay is computed'),
  field('pay.timing'),
  paragraph(
    'timing-1',
    'Results are drawn from the CRM after the last day of each period. Sellers should check their own deals before that day: what is not recorded as won with a close date in the period is not paid for that period.'
  ),

  heading(1, 'movers', 'Joiners, movers and leavers'),
  paragraph(
    'movers-1',
    'Few years begin and end with the same people in the same seats. The rules below decide what a part of a year is worth, so that nobody needs to negotiate it.'
  ),
  field('pay.proration'),
  bullets(
    'movers-rules',
    '**Joining.** A person who joins during the year takes part from the date of assignment stated in the letter, with a quota for the remaining months.',
    '**Moving.** A change of role, territory or plan starts a new stretch of time with its own letter. Each stretch is computed on its own days and its own quota.',
    '**Leave.** A long absence is treated like a stretch without a plan when the letter says so; the quota is reviewed together with the target.',
    '**Leaving.** A person who leaves is paid for the stretch worked: for deals closed up to the last day of work, at the rates in force.'
  ),

  heading(1, 'changes', 'Changes and disputes'),
  heading(2, 'changes-plan', 'How the plan changes'),
  paragraph(
    'changes-1',
    'The plan is meant to last the year. It is changed only where the market, a territory or an error makes it unfair or impossible, and a change never takes back pay for results already achieved. Every change is published as a new version of this handbook, with its date, and confirmed with a new letter to each person concerned.'
  ),
  heading(2, 'disputes', 'When a figure looks wrong'),
  steps(
    'dispute-steps',
    'Ask for the trace of the payment. It lists the deals, the quota, the rate applied and the rounding, and answers most questions.',
    'If the trace shows an error, write to sales operations within thirty days of the statement, naming the deal or the figure.',
    'Sales operations answers in writing within ten working days, with the corrected trace where there is something to correct.',
    'A correction is paid or deducted with the next payment. Statements already issued are not rewritten.'
  ),
  callout(
    'caution',
    'disputes-law',
    'This text describes how pay is computed. It does not replace the employment contract or the law of the place of work, which prevail where they differ.'
  ),

  heading(1, 'definitions', 'Definitions'),
  paragraph(
    'definitions-1',
    'The words below are used in one sense only throughout this handbook, the letters and the statements.'
  ),
  field('definitions'),

  pageBreak(),
  heading(1, 'acknowledgement', 'Acknowledgement'),
  paragraph(
    'acknowledgement-1',
    'I have received the sales compensation handbook of {company.name} for {plan.year}, version of {version.date}, together with my personal letter. I have had the opportunity to ask questions about it, and I understand how my variable pay is computed.'
  ),
  field('acknowledgement'),
  paragraph('acknowledgement-2', 'Two copies are signed: one stays with the employee, the other in the personnel file.')
)
