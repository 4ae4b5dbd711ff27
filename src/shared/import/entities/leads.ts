// Leads: people or companies that may become customers, with where they came from and how quickly they were answered.
import type { EntityEntry } from './entity.ts'
import { refersTo } from './references.ts'

export const leads: EntityEntry = {
  name: 'leads',
  fileWords: ['lead', 'leads', 'prospects', 'prospectos', 'candidatos', 'inbound', 'sospechosos'],
  ownWords: ['lead', 'posible cliente', 'cliente potencial'],
  keepsCustom: true,
  needs: [
    ['name', 'lastName', 'company', 'externalId', 'email'],
    ['status', 'source', 'score', 'convertedOn', 'answeredOn', 'isQualified']
  ],
  fields: [
    {
      name: 'externalId',
      kind: 'id',
      weight: 2,
      en: ['lead id', 'record id', 'id', '(do not modify) lead'],
      es: ['id de candidato', 'id de prospecto', 'id de posible cliente', 'id de registro']
    },
    {
      name: 'name',
      kind: 'name',
      weight: 2,
      en: ['lead name', 'full name', 'lead', 'name', 'contact name'],
      es: ['nombre del candidato', 'nombre del prospecto', 'nombre completo', 'candidato', 'prospecto', 'nombre'],
      weak: ['topic', 'tema', 'title']
    },
    { name: 'firstName', kind: 'name', weight: 1, en: ['first name'], es: ['nombre de pila'] },
    { name: 'lastName', kind: 'name', weight: 1, en: ['last name', 'surname'], es: ['apellidos', 'apellido'] },
    {
      name: 'email',
      kind: 'email',
      weight: 1,
      en: ['email', 'email address', 'lead email'],
      es: ['correo', 'correo electrónico']
    },
    {
      name: 'company',
      kind: 'name',
      weight: 1,
      en: ['company', 'company name', 'company / account', 'organization'],
      es: ['empresa', 'compañía', 'nombre de la empresa', 'organización', 'compañía / cuenta']
    },
    {
      name: 'source',
      kind: 'text',
      weight: 3,
      en: ['lead source', 'source', 'original source', 'lead origin'],
      es: [
        'origen del candidato',
        'fuente de posible cliente',
        'origen',
        'fuente',
        'fuente original',
        'origen del lead',
        'origen del cliente potencial',
        'canal'
      ]
    },
    {
      name: 'status',
      kind: 'text',
      weight: 3,
      en: ['lead status', 'status', 'lead stage'],
      es: ['estado del candidato', 'estado', 'estado del lead', 'estado de posible cliente'],
      weak: ['stage', 'etapa', 'lifecycle stage', 'status reason']
    },
    {
      name: 'isQualified',
      kind: 'flag',
      weight: 2,
      en: ['qualified', 'is qualified', 'mql', 'sql'],
      es: ['cualificado', 'calificado', 'es cualificado']
    },
    {
      name: 'score',
      kind: 'number',
      weight: 3,
      en: ['lead score', 'score', 'lead scoring'],
      es: ['puntuación', 'puntuación del lead', 'puntaje'],
      weak: ['rating', 'calificación']
    },
    {
      name: 'segment',
      kind: 'text',
      weight: 1,
      en: ['segment', 'tier'],
      es: ['segmento'],
      weak: ['industry', 'sector', 'industria']
    },
    { name: 'country', kind: 'country', weight: 1, en: ['country', 'country/region'], es: ['país', 'país/región'] },
    {
      name: 'region',
      kind: 'text',
      weight: 0,
      en: ['state', 'state/province', 'region', 'province'],
      es: ['provincia', 'región', 'comunidad autónoma']
    },
    {
      name: 'value',
      kind: 'money',
      weight: 1,
      en: ['lead value', 'value', 'estimated value', 'amount', 'est value', 'expected revenue'],
      es: ['valor', 'valor estimado', 'importe', 'importe estimado'],
      weak: ['budget', 'presupuesto']
    },
    { name: 'currency', kind: 'currency', weight: 0, en: ['currency', 'value currency'], es: ['divisa', 'moneda'] },
    {
      name: 'createdOn',
      kind: 'date',
      weight: 1,
      en: ['create date', 'created date', 'created on', 'created at', 'created time', 'lead created'],
      es: ['fecha de creación', 'creado el', 'hora de creación', 'fecha de alta', 'fecha de entrada'],
      weak: ['date', 'fecha']
    },
    {
      name: 'answeredOn',
      kind: 'date',
      weight: 3,
      en: [
        'first response date',
        'answered on',
        'first contacted',
        'first contact date',
        'responded on',
        'first activity date',
        'first response time'
      ],
      es: [
        'fecha de primera respuesta',
        'respondido el',
        'primer contacto',
        'fecha de primer contacto',
        'contactado el'
      ]
    },
    {
      name: 'convertedOn',
      kind: 'date',
      weight: 3,
      en: ['converted date', 'converted on', 'conversion date'],
      es: ['fecha de conversión', 'convertido el']
    },
    { name: 'isConverted', kind: 'flag', weight: 2, en: ['converted', 'is converted'], es: ['convertido'] },
    ...refersTo({ seller: 1, sellerId: 0, sellerEmail: 0 }),
    {
      name: 'account',
      kind: 'name',
      weight: 0,
      en: ['converted account', 'account', 'account name'],
      es: ['cuenta convertida', 'cuenta', 'nombre de la cuenta']
    },
    {
      name: 'accountId',
      kind: 'id',
      weight: 0,
      en: ['converted account id', 'account id'],
      es: ['id de cuenta convertida', 'id de la cuenta']
    },
    {
      name: 'opportunity',
      kind: 'id',
      weight: 0,
      en: ['converted opportunity id', 'opportunity id', 'deal id', 'associated deal ids'],
      es: ['id de oportunidad convertida', 'id de la oportunidad', 'id del negocio']
    },
    {
      name: 'opportunityName',
      kind: 'text',
      weight: 0,
      en: ['converted opportunity', 'opportunity name', 'deal name', 'associated deal'],
      es: ['oportunidad convertida', 'nombre de la oportunidad', 'negocio asociado']
    }
  ]
}
