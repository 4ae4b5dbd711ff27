// The standard handbook in Spanish: the same structure and the same block ids as the English one.
import { bullets, callout, doc, field, heading, pageBreak, paragraph, steps } from './build.ts'

export const standardHandbookEs = doc(
  field('cover'),
  field('contents'),
  pageBreak(),
  heading(1, 'purpose', 'Objeto'),
  paragraph(
    'purpose-1',
    'Este manual explica cómo funciona la retribución variable en la organización comercial de {company.name} en el {plan.year}: qué se mide, frente a qué objetivo, qué paga cada resultado y qué ocurre cuando algo cambia durante el año. Está escrito para las personas que cobran por él.'
  ),
  paragraph(
    'purpose-2',
    'Un buen plan se explica en un minuto y se puede recalcular en una hoja de papel. Tres principios sostienen todas las reglas que siguen.'
  ),
  bullets(
    'principles',
    '**Se paga por resultados en los que el vendedor puede influir.** Cada componente mide algo que decide la persona o el equipo que tiene cerca.',
    '**Los objetivos son justos antes que ambiciosos.** Territorios y cuotas se fijan con el mismo método para todos, y ese método figura aquí.',
    '**Todo importe tiene explicación.** Cualquier pago se puede abrir hasta las operaciones, el porcentaje y el redondeo que hay detrás.'
  ),
  callout(
    'note',
    'purpose-live',
    'Las cifras, tablas y ejemplos de este manual salen del mismo motor que calcula el variable. Reflejan el escenario {plan.scenario} tal como estaba el {version.date}.'
  ),

  heading(1, 'eligibility', 'A quién se dirige'),
  paragraph(
    'eligibility-1',
    'El manual alcanza a {people.count} cuya retribución tiene una parte variable en el {plan.year}, que va {plan.period}. Pertenecen a {people.teams}.'
  ),
  paragraph(
    'eligibility-2',
    'Una persona participa desde el día en que se le asigna un plan, y para ello necesita tres cosas: un plan de variable, un variable a objetivo y, cuando un componente mide el resultado propio, una cuota. Las tres se confirman en una carta personal. Si el manual y la carta difieren, manda la carta en los importes y el manual en las reglas.'
  ),
  paragraph(
    'eligibility-3',
    'El variable se suma al salario fijo. Los importes de este manual son brutos, por un año completo a jornada completa salvo que se diga otra cosa, y en {plan.currency}.'
  ),

  heading(1, 'results', 'Los resultados de partida'),
  paragraph(
    'results-1',
    'En el {results.year} la compañía vendió {results.bookings} en {results.deals}. Una venta es una operación ganada, contada el día de su cierre; las operaciones abiertas o perdidas no entran en estas cifras. Los resultados proceden del CRM, con datos a {data.asOf}.'
  ),
  field('results.byQuarter'),
  paragraph(
    'results-2',
    'La forma del año importa tanto como su total, porque decide cómo se reparte un objetivo anual entre los trimestres. La tabla siguiente muestra cómo se repartió el año entre los vendedores. Se incluye como orientación, no como una clasificación que haya que repetir: los territorios difieren en madurez y en potencial.'
  ),
  field('results.bestSellers'),

  heading(1, 'territories', 'Territorios y asignación de cuentas'),
  paragraph(
    'territories-1',
    'Cada cuenta tiene una sola casa. Para el {plan.year} el mercado se divide en {territories.count} que reúnen {territories.accounts}. Las personas de un territorio son quienes pueden trabajar sus cuentas, y lo que ganan allí cuenta para ellas.'
  ),
  field('territories.table'),
  heading(2, 'assignment', 'Cómo se asignan las cuentas'),
  bullets(
    'assignment-rules',
    'Una cuenta pertenece a un solo territorio en cada momento. Una cuenta nueva entra en el territorio cuya regla cumple el día en que se crea.',
    'Si dos territorios pueden reclamar una cuenta, operaciones comerciales decide en cinco días laborables y la decisión queda registrada con su motivo.',
    'Una cuenta puede cambiar durante el año si se redibuja un territorio. Las operaciones ya ganadas siguen siendo de quien las ganó; las abiertas pasan con la cuenta, salvo traspaso acordado por escrito.'
  ),

  heading(1, 'quotas', 'Las cuotas y cómo se fijaron'),
  paragraph(
    'quotas-1',
    'La cuota es lo que una persona debe vender en un periodo. Es el objetivo frente al que se mide la consecución, y la misma cifra aparece en la carta personal, en los informes y en el cálculo del variable.'
  ),
  heading(2, 'quota-method', 'Del objetivo a la cuota'),
  paragraph(
    'quotas-2',
    'El objetivo de la compañía para el {plan.year} es de {quotas.target}. {quotas.method} Después el año se repartió entre sus meses, de modo que la cuota de un trimestre es la suma de tres meses.'
  ),
  paragraph('quotas-3', '{quotas.check} Este año tienen cuota {quotas.count}.'),
  heading(2, 'quota-table', 'Cuotas por vendedor y trimestre'),
  field('quotas.table'),
  heading(2, 'quota-calendar', 'Los trimestres del año'),
  field('calendar.table'),

  heading(1, 'plan', 'El plan, componente a componente'),
  paragraph(
    'plan-1',
    'Cada plan se describe en el orden en que se calcula. Primero sus reglas en frases; después, lo que paga cada nivel de consecución; por último, tres ejemplos: un año que se queda corto, un año en objetivo y un año por encima. Los ejemplos los calcula el motor, no están escritos a mano.'
  ),
  field('pay.plans'),

  heading(1, 'crediting', 'Devengo y calendario de pago'),
  heading(2, 'crediting-deals', 'Qué operaciones cuentan y para quién'),
  field('pay.crediting'),
  bullets(
    'crediting-rules',
    'El propietario es quien figura en el CRM el día del cierre. Un cambio de propietario posterior no mueve la acreditación.',
    'Una operación sin importe, o en una moneda distinta de {plan.currency}, no se acredita hasta que se corrige.',
    'Una anulación o un abono cuenta como venta negativa en su propia fecha; resta exactamente lo que la operación sumó.'
  ),
  heading(2, 'crediting-timing', 'Cuándo se calcula'),
  field('pay.timing'),
  paragraph(
    'timing-1',
    'Los resultados se toman del CRM después del último día de cada periodo. Conviene que cada vendedor revise antes sus operaciones: lo que no conste como ganado con fecha de cierre en el periodo no se paga en ese periodo.'
  ),

  heading(1, 'movers', 'Altas, cambios y bajas'),
  paragraph(
    'movers-1',
    'Pocos años empiezan y acaban con las mismas personas en los mismos puestos. Estas reglas deciden cuánto vale una parte del año, para que nadie tenga que negociarlo.'
  ),
  field('pay.proration'),
  bullets(
    'movers-rules',
    '**Altas.** Quien se incorpora durante el año participa desde la fecha de asignación que indica su carta, con una cuota para los meses que quedan.',
    '**Cambios.** Un cambio de puesto, de territorio o de plan abre un tramo nuevo con su propia carta. Cada tramo se calcula con sus días y su cuota.',
    '**Ausencias.** Una ausencia larga se trata como un tramo sin plan cuando la carta así lo dice; la cuota se revisa a la vez que el variable a objetivo.',
    '**Bajas.** Quien deja la compañía cobra por el tramo trabajado: por las operaciones cerradas hasta su último día de trabajo, con los porcentajes vigentes.'
  ),

  heading(1, 'changes', 'Cambios y reclamaciones'),
  heading(2, 'changes-plan', 'Cómo cambia el plan'),
  paragraph(
    'changes-1',
    'El plan está pensado para durar el año. Solo se cambia cuando el mercado, un territorio o un error lo vuelven injusto o imposible, y un cambio nunca quita lo que ya se ha devengado. Todo cambio se publica como una versión nueva de este manual, con su fecha, y se confirma con una carta nueva a cada persona afectada.'
  ),
  heading(2, 'disputes', 'Cuando una cifra no cuadra'),
  steps(
    'dispute-steps',
    'Pide el detalle del pago. Enumera las operaciones, la cuota, el porcentaje aplicado y el redondeo, y resuelve la mayoría de las dudas.',
    'Si el detalle muestra un error, escribe a operaciones comerciales en los treinta días siguientes a la liquidación, indicando la operación o la cifra.',
    'Operaciones comerciales responde por escrito en diez días laborables, con el detalle corregido si hay algo que corregir.',
    'La corrección se abona o se descuenta en el pago siguiente. Las liquidaciones ya emitidas no se reescriben.'
  ),
  callout(
    'caution',
    'disputes-law',
    'Este texto describe cómo se calcula el variable. No sustituye al contrato de trabajo ni a la ley del lugar de trabajo, que prevalecen si difieren.'
  ),

  heading(1, 'definitions', 'Definiciones'),
  paragraph(
    'definitions-1',
    'Estas palabras se usan con un solo sentido en el manual, en las cartas y en las liquidaciones.'
  ),
  field('definitions'),

  pageBreak(),
  heading(1, 'acknowledgement', 'Acuse de recibo'),
  paragraph(
    'acknowledgement-1',
    'He recibido el manual de retribución variable de {company.name} para el {plan.year}, versión del {version.date}, junto con mi carta personal. He podido preguntar lo que no estaba claro y entiendo cómo se calcula mi variable.'
  ),
  field('acknowledgement'),
  paragraph('acknowledgement-2', 'Se firman dos ejemplares: uno para la persona empleada y otro para su expediente.')
)
