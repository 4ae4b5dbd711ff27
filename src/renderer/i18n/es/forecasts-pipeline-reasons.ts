// Why the numbers of the pipeline forecast are what they are, and what one must know to read them, in Spanish.
import type { pipelineReasons as english } from '../en/forecasts-pipeline-reasons.ts'
import type { Texts } from '../texts.ts'

export const pipelineReasons: Texts<typeof english> = {
  why: {
    total: 'Por qué de {{low}} a {{high}}',
    before: 'Vendido en {{year}} antes de {{from}}',
    booked: 'Vendido desde {{from}}',
    open: 'Oportunidades abiertas, probabilidad × importe',
    new: 'Oportunidades por crear, de media',
    mean: 'Media',
    p10: 'P10: una de cada diez simulaciones da menos',
    p50: 'P50: la mitad de las simulaciones da menos',
    p90: 'P90: una de cada diez simulaciones da más',
    range95: '95 de cada 100',
    runs: '{{runs}} simulaciones con la semilla {{seed}}. En cada una, toda oportunidad abierta se gana en un periodo o no, según su propia probabilidad; las tasas de cierre se mueven juntas {{shock}}.',
    runsNew:
      'Oportunidades por crear: {{perMonth}} al mes durante {{months}} meses, ganadas el {{won}} (n {{n}}), {{mean}} de media.',
    runsNewSeason: 'Cada mes del año tiene su propio ritmo.',
    noNew: 'Las oportunidades que aún no existen no cuentan.',
    expected: 'Lo esperado de {{name}}',
    amount: 'Importe',
    assumed: 'No consta importe: es lo que trajeron de media las ganadas parecidas',
    within: 'Probabilidad en estos periodos',
    times: 'Importe × probabilidad',
    likely: 'Si se gana, lo más probable es {{period}}.',
    chance: 'Por qué {{name}} tiene una probabilidad del {{chance}}',
    odds: 'Las probabilidades se multiplican como razón de favorables a contrarios: un 20 % es 1 a 4; por 2 es 2 a 4, o sea un 33 %.',
    result: 'Probabilidad de ganarse',
    reach: 'Parte de las {{runs}} simulaciones que dan {{target}} o más'
  },
  reasons: {
    stage: 'Oportunidades que estuvieron en {{stage}}',
    stageSegment: 'Oportunidades de {{segment}} que estuvieron en {{stage}}',
    overall: 'Todas las oportunidades cerradas (no consta historial de etapas)',
    stated: 'El proceso de venta da a {{stage}} un {{ratio}}: cuenta la mitad, ningún resultado lo confirma',
    age: '{{days}} días en su etapa (de {{from}} a {{to}})',
    ageOpen: '{{days}} días en su etapa ({{from}} o más)',
    ageMade: '{{days}} días desde que se creó (de {{from}} a {{to}})',
    ageMadeOpen: '{{days}} días desde que se creó ({{from}} o más)',
    seller: 'Oportunidades de {{seller}}',
    overdue: 'Su fecha de cierre pasó hace {{days}} días',
    stale: 'Sin actividad desde hace {{days}} días',
    category: 'Categoría {{category}}',
    record: 'Lo que esta previsión acertó antes',
    recordNote_one: 'Comparada con lo que llegó en un cierre de trimestre anterior',
    recordNote_other: 'Comparada con lo que llegó en {{count}} cierres de trimestre anteriores',
    called: 'Lo dice una persona: sustituye a todo lo anterior',
    basis:
      '{{won}} ganadas de {{n}}; acercado a {{prior}} como si fueran {{strength}} oportunidades; rango del 80 %: de {{low}} a {{high}}',
    odds: 'Según {{won}} ganadas de {{n}}; rango del 80 %: de × {{low}} a × {{high}}',
    declared: 'Supuesto declarado: el historial no lo dice'
  },
  notes: {
    title: 'Conviene saber',
    withoutAmount_one:
      'Una oportunidad abierta no tiene importe; se supone que trae {{typical}}, la media de las ganadas.',
    withoutAmount_other:
      '{{count}} oportunidades abiertas no tienen importe; se supone que cada una trae {{typical}}, la media de las ganadas.',
    withoutAmountNothing_one: 'Una oportunidad abierta no tiene importe y aún no se ha ganado nada: no cuenta.',
    withoutAmountNothing_other:
      '{{count}} oportunidades abiertas no tienen importe y aún no se ha ganado nada: no cuentan.',
    overdue_one: 'Ha pasado la fecha de cierre de una oportunidad abierta ({{amount}}).',
    overdue_other: 'Ha pasado la fecha de cierre de {{count}} oportunidades abiertas ({{amount}}).',
    stale_one: 'Una oportunidad abierta lleva {{days}} días sin actividad ({{amount}}).',
    stale_other: '{{count}} oportunidades abiertas llevan {{days}} días sin actividad ({{amount}}).',
    littleHistory_one: 'Solo se ha cerrado una oportunidad: las probabilidades son sobre todo lo supuesto de antemano.',
    littleHistory_other:
      'Solo se han cerrado {{count}} oportunidades: las probabilidades son sobre todo lo supuesto de antemano.',
    noStageHistory:
      'No consta historial de etapas, así que las probabilidades parten de la de todas las oportunidades. Exportar el historial de etapas, o importar otra vez, las afina.',
    noCreatedDates_one: 'No consta la edad de una oportunidad abierta; cuenta como la media.',
    noCreatedDates_other: 'No consta la edad de {{count}} oportunidades abiertas; cuentan como la media.',
    noChances:
      'Nunca se ha cerrado una oportunidad y el proceso de venta no dice probabilidades: cada una cuenta al 50 %, con el rango más ancho.',
    closeDatesUntested_one:
      'No constan fechas de cierre anteriores, así que solo el tiempo dice cuándo se cierra la oportunidad abierta, no la fecha que indica.',
    closeDatesUntested_other:
      'No constan fechas de cierre anteriores, así que solo el tiempo dice cuándo se cierran las {{count}} oportunidades abiertas, no las fechas que indican.',
    closeDatesWeight:
      'Las fechas de cierre indicadas cuentan el {{weight}}, según cómo se cumplieron en {{n}} oportunidades cerradas; el resto es el tiempo que tardan.',
    declaredDiscount: {
      overdue:
        'El historial no dice qué es de las vencidas: su razón de probabilidad cuenta × {{factor}} ({{deals}} oportunidades).',
      stale:
        'El historial no dice qué es de las paradas: su razón de probabilidad cuenta × {{factor}} ({{deals}} oportunidades).',
      omitted:
        'El historial no dice qué es de las omitidas: su razón de probabilidad cuenta × {{factor}} ({{deals}} oportunidades).'
    },
    noCloseTimes:
      'Ninguna oportunidad ganada tiene ambas fechas, así que no consta cuánto tardan: se toman las fechas de cierre indicadas, y las demás se reparten por igual en un año.',
    noNewDeals:
      'De las oportunidades por crear los datos no permiten esperar nada: se crearon muy pocas, o no se ganó nada.',
    record_one:
      'Lo que está por llegar cuenta {{factor}}, con un rango más ancho, según un cierre de trimestre anterior; véase Probabilidades.',
    record_other:
      'Lo que está por llegar cuenta {{factor}}, con un rango más ancho, según lo que habría acertado en {{count}} cierres de trimestre anteriores; véase Probabilidades.',
    noRecord: 'Menos de dos cierres de trimestre anteriores tienen bastantes datos antes y después: no corrigen nada.',
    otherCurrency_one: 'Una oportunidad abierta en otra moneda sin tipo de cambio no está en las cifras.',
    otherCurrency_other: '{{count}} oportunidades abiertas en otras monedas sin tipo de cambio no están en las cifras.',
    madeLater_one: 'Una oportunidad creada después del {{on}} no está en las cifras.',
    madeLater_other: '{{count}} oportunidades creadas después del {{on}} no están en las cifras.',
    closedLater_one: 'Una oportunidad cerrada después del {{on}} no está en las cifras.',
    closedLater_other: '{{count}} oportunidades cerradas después del {{on}} no están en las cifras.'
  }
}
