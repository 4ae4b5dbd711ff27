// The words of headers in English and Spanish, and what each stands for. Headers and the spellings of fields are both turned into
// these meanings, so a field found by "close date" is also found by "Fecha de cierre" or "cierre_fecha".
import { phrases } from './lexicon-phrases.ts'

/** What a word of a header stands for; a word that stands for nothing known is kept as itself with a mark. */
export type Meaning = string

/** Meaning → its words, in the form of `nameKey`. */
const meanings: Readonly<Record<Meaning, string>> = {
  deal: 'deal deals opportunity opportunities opp opps oppty oportunidad oportunidades op negocio negocios trato tratos potential potentials',
  account:
    'account accounts acct cuenta cuentas company companies empresa empresas customer customers cust cliente clientes client clients ' +
    'organization organizations organisation organisations organizacion organizaciones org compania companias',
  contact: 'contact contacts contacto contactos person persona',
  people: 'people persons personas',
  lead: 'lead leads prospect prospects prospecto prospectos candidato candidatos sospechoso sospechosos',
  product:
    'product products producto productos prod item items articulo articulos service services servicio servicios material',
  owner:
    'owner owned propietario propietaria rep reps salesperson salesman salesrep seller sellers vendedor vendedora vendedores vend ' +
    'comercial comerciales agente agent agents assigned assignee asignado asignada ejecutivo ejecutiva asesor asesora representante gestor ' +
    'gestora kam consultor ae',
  analyst: 'analyst analista',
  responsible: 'responsable responsables encargado encargada responsible',
  user: 'user users usuario usuarios',
  employee: 'employee empleado empleada',
  employees: 'employees empleados headcount plantilla',
  manager: 'manager managers gerente jefe jefa director directora supervisor boss head leader lider',
  team: 'team teams equipo equipos office offices oficina oficinas delegacion sucursal branch department departamento dept division',
  territory: 'territory territories territorio territorios zona zonas zone zones',
  portfolio: 'cartera carteras portfolio patch',
  assignment: 'assignment assignments asignacion asignaciones',
  region: 'region regions regiones regional',
  state: 'state',
  province: 'province provincia county',
  country: 'country countries pais paises',
  city: 'city ciudad town poblacion municipio localidad',
  address: 'address direccion domicilio street calle',
  location: 'location ubicacion lugar place sede',
  billing: 'billing facturacion',
  shipping: 'shipping envio',
  name: 'name names nombre nombres denominacion',
  title: 'title titulo',
  subject: 'subject asunto topic tema concepto',
  project: 'project proyecto',
  description:
    'description descripcion detail details detalle notes note nota notas comments comment comentario comentarios observaciones remarks',
  id: 'id ids identificador identifier codigo code cod numero number num nro no n nr key clave guid uuid ref reference referencia folio',
  record: 'record registro',
  object: 'object objeto',
  external: 'external externo externa',
  date: 'date dates fecha fechas fec dia day time hora datetime timestamp dt momento',
  close: 'close closing cierre closure',
  closed: 'closed cerrado cerrada cerrados cerradas',
  end: 'end ends fin finish final finalizacion',
  due: 'due vencimiento vence vto',
  delivery: 'entrega delivery',
  expected:
    'expected estimated estimate est estimado estimada estimados previsto prevista previstos esperado esperada esperados exp planned planificado planificada predicted projected tentative tentativa',
  forecast: 'forecast pronostico prevision previsiones',
  actual: 'actual real reales effective efectivo efectiva current',
  won: 'won win winning ganado ganada ganados ganadas ganar',
  lost: 'lost loss lose perdido perdida perdidos perdidas',
  create:
    'create created creation creado creada creacion open opened apertura alta added add opens engage engaged generado generada',
  creator: 'creator creador',
  start: 'start starts inicio begin comienzo started',
  entry: 'entry entered enter entrada ingreso',
  exit: 'exited exit',
  modify:
    'modified modify modification modificado modificacion updated update actualizado actualizacion edited edit change changed changes cambio cambios',
  last: 'last latest ultimo ultima ultimos ultimas',
  next: 'next proximo proxima siguiente',
  first: 'first primer primera primero',
  previous: 'previous prior anterior previo previa old',
  from: 'from desde origin',
  to: 'to hasta destino',
  by: 'by por',
  activity:
    'activity activities actividad actividades task tasks tarea tareas event evento touch interaction interaccion engagement',
  contacted: 'contacted contactado contactada',
  step: 'step steps paso pasos',
  stage: 'stage stages etapa etapas fase fases phase phases',
  status: 'status estatus situacion statuscode statecode',
  estado: 'estado estados',
  lifecycle: 'lifecycle',
  result: 'result resultado outcome',
  reason: 'reason reasons razon motivo motivos causa',
  amount: 'amount amounts amt importe importes imp monto montos cuantia',
  value: 'value values valor valores worth',
  quantity: 'quantity qty units unidades uds',
  cantidad: 'cantidad',
  price: 'price precio precios pvp tarifa prices',
  revenue: 'revenue revenues ingresos turnover',
  sales: 'sales sale ventas venta',
  booking: 'booking bookings',
  purchase: 'purchase compra',
  signature: 'signature firma signed',
  order: 'order orders pedido pedidos',
  quote: 'quote quotes cotizacion presupuestos',
  offer: 'oferta ofertado bid',
  requested: 'solicitado requested',
  disbursed: 'desembolsado desembolso',
  total: 'total totales totals overall grand',
  subtotal: 'subtotal',
  net: 'net neto neta',
  gross: 'gross bruto bruta',
  sum: 'sum suma',
  average: 'average avg media promedio',
  likely: 'likely',
  tcv: 'tcv',
  acv: 'acv',
  arr: 'arr',
  mrr: 'mrr',
  contract: 'contract contrato contratos',
  budget: 'budget presupuesto',
  cost: 'cost costs coste costo costes',
  margin: 'margin margen profit beneficio',
  discount: 'discount descuento dto',
  tax: 'tax taxes impuesto impuestos iva vat igic',
  commission: 'commission comision comisiones',
  weighted: 'weighted ponderado ponderada ponderados',
  converted: 'converted convertido convertida convertidos conversion',
  home: 'home base',
  currency: 'currency currencies curr divisa divisas moneda monedas mon',
  pair: 'pair par',
  rate: 'rate rates tasa',
  probability: 'probability probabilidad prob probab likelihood chance success exito',
  confidence: 'confidence confianza',
  percent: 'percent pct porcentaje percentage porcentual',
  category: 'category categoria categorias',
  classification: 'clasificacion classification',
  type: 'type types tipo tipos kind clase subtype',
  source: 'source sources origen fuente procedencia',
  channel: 'channel canal canales',
  traffic: 'traffic trafico',
  original: 'original originating',
  campaign: 'campaign campana utm',
  new: 'new nuevo nueva',
  existing: 'existing existente',
  business: 'business',
  industry: 'industry industria sector vertical ramo giro',
  economic: 'economica',
  segment: 'segment segmento tier',
  rating: 'rating calificacion',
  priority: 'priority prioridad',
  size: 'size tamano',
  founded: 'founded established fundacion fundada constitucion',
  year: 'year ano anio ejercicio years',
  annual: 'annual anual anuales yearly',
  parent: 'parent matriz principal filial subsidiary ultimate superior',
  group: 'group grupo',
  domain: 'domain dominio website web url site',
  link: 'link enlace',
  email: 'email emails correo mail',
  phone: 'phone telefono telf tel movil mobile celular fax telephone',
  role: 'role rol puesto cargo position job funcion profile perfil',
  family: 'family familia series serie line linea gama lines',
  period: 'period periodo periodos',
  fiscal: 'fiscal fy',
  quarter: 'quarter trimestre',
  month: 'month mes months',
  quota: 'quota quotas cuota cuotas',
  target: 'target targets objetivo objetivos goal goals meta metas',
  invoice: 'invoice invoices factura facturas',
  payment: 'payment payments pago pagos cobro cobros',
  paid: 'paid pagado pagada cobrado cobrada cleared',
  receipt: 'receipt recibo',
  document: 'document documento doc docs',
  transaction: 'transaction movimiento',
  posting: 'posting contabilizacion',
  issued: 'issue issued emision emitida emitido expedicion',
  taxable: 'imponible',
  excluded: 'excl excluding sin without',
  included: 'incl including con with',
  measure: 'measure medida metric metrica indicador kpi',
  scope: 'scope ambito level nivel alcance',
  duration: 'duration duracion days dias age antiguedad edad cycle ciclo weeks semanas velocity aging',
  history: 'history historial historico',
  count: 'count conteo recuento counts',
  score: 'score puntuacion puntaje scoring',
  qualified: 'qualified cualificado calificado mql sql',
  answered: 'answered responded response respuesta respondido contestado',
  hire: 'hire hired contratacion incorporacion joined joining employment',
  leave: 'leave left leaving termination baja salida',
  fixed: 'fixed fijo fija',
  salary: 'salary salario sueldo pay retribucion compensation',
  variable: 'variable incentive incentivo bonus bono bonos',
  is: 'is es esta has tiene',
  active: 'active activo activa',
  valid: 'valid valido vigente',
  factor: 'factor',
  value_of: 'formatted',
  first_name: 'firstname givenname',
  last_name: 'lastname surname apellido apellidos',
  partner: 'partner partners socio',
  competitor: 'competitor competitors competidor',
  approval: 'approval aprobacion',
  pipeline: 'pipeline pipelines embudo embudos canalizacion',
  solution: 'solution solucion',
  label: 'label labels tags tag etiqueta etiquetas',
  deleted: 'deleted archived eliminado archivado',
  follower: 'followers seguidores',
  alias: 'alias',
  checksum: 'checksum comprobacion',
  locked: 'locked bloqueado',
  weight: 'peso weight',
  part: 'part pertenece depende'
}

const stopWords = new Set(
  (
    'of the a an and or for in on at de del la el los las lo y o u en e al para un una su our my mi this el s ' +
    'associated asociado asociada asociados asociadas related relacionado relacionada primary completo completa full linked ' +
    'property hs crm c custom field campo columna column text texto iso'
  ).split(' ')
)

const wordMeaning = new Map<string, Meaning>()
for (const [meaning, words] of Object.entries(meanings))
  for (const word of words.split(' ')) wordMeaning.set(word, meaning)

const phraseMeaning = new Map<string, readonly Meaning[]>(
  phrases.map(([phrase, meaning]) => [phrase, meaning.split(' ')])
)
const longestPhrase = 4

/** The mark of a word that no list knows. */
export const unknownMark = '?'

const allWords = [...wordMeaning.keys()]

/** Splits a run of letters into known words ("dealname" → deal, name); undefined where it isn't made of them. */
function splitCompound(word: string): string[] | undefined {
  if (word.length < 5) return undefined
  const ways: (string[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end += 1) {
    let best: string[] | undefined
    for (let from = Math.max(0, end - 14); from <= end - 2; from += 1) {
      const before = ways[from]
      const piece = word.slice(from, end)
      if (before === undefined || !(wordMeaning.has(piece) || (piece.length > 1 && stopWords.has(piece)))) continue
      if (best === undefined || before.length + 1 < best.length) best = [...before, piece]
    }
    ways[end] = best
  }
  const parts = ways[word.length]
  // Two letters make words by accident: at least one part has to be a real word.
  return parts !== undefined && parts.length > 1 && parts.some((part) => part.length >= 4) ? parts : undefined
}

/** The known word that one letter separates from a misspelt one; undefined where none or several are that near. */
function nearestWord(word: string, isNear: (a: string, b: string) => boolean): string | undefined {
  if (word.length < 6) return undefined
  const found = new Set(
    allWords.filter((each) => each.length >= 6 && isNear(each, word)).map((each) => wordMeaning.get(each))
  )
  return found.size === 1 ? [...found][0] : undefined
}

/**
 * Turns the words of a header into meanings.
 *
 * Phrases go before words ("sales rep" is the owner, not sales), words written together are taken apart, and a word that
 * is one letter off a known one counts as it. Words without weight ("of", "de la", "associated") are left out.
 *
 * @param words of the header, in the form of `nameKey`
 * @param isNear whether two words differ by one letter
 * @returns meanings in the order of the words; an unknown word is kept behind `unknownMark`
 * @missing empty for a header without words
 * @example meaningsOf(['fecha', 'de', 'cierre'], isOneLetterAway) // ['date', 'close']
 */
export function meaningsOf(words: readonly string[], isNear: (a: string, b: string) => boolean): Meaning[] {
  const found: Meaning[] = []
  let at = 0
  while (at < words.length) {
    const length = phraseAt(words, at)
    if (length > 0) {
      found.push(...(phraseMeaning.get(words.slice(at, at + length).join(' ')) ?? []))
      at += length
      continue
    }
    const word = words[at] ?? ''
    at += 1
    const known = wordMeaning.get(word)
    if (known !== undefined) found.push(known)
    else if (!stopWords.has(word)) {
      const parts = splitCompound(word)
      if (parts !== undefined) found.push(...meaningsOf(parts, isNear))
      else found.push(nearestWord(word, isNear) ?? unknownMark + word)
    }
  }
  return found
}

function phraseAt(words: readonly string[], at: number): number {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length -= 1)
    if (phraseMeaning.has(words.slice(at, at + length).join(' '))) return length
  return 0
}
