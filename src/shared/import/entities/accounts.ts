// Accounts: companies that are or may be customers.
import type { EntityEntry } from './entity.ts'

export const accounts: EntityEntry = {
  name: 'accounts',
  fileWords: [
    'account',
    'accounts',
    'company',
    'companies',
    'customers',
    'clients',
    'organizations',
    'cuentas',
    'empresas',
    'clientes',
    'organizaciones'
  ],
  ownWords: ['account', 'company', 'customer', 'organization'],
  keepsCustom: true,
  needs: [
    ['name'],
    [
      'industry',
      'employees',
      'revenue',
      'foundedYear',
      'parent',
      'country',
      'region',
      'city',
      'postalCode',
      'longitude',
      'latitude',
      'segment',
      'owner',
      'externalId',
      'domain',
      'taxId',
      'contacts'
    ]
  ],
  fields: [
    {
      name: 'name',
      kind: 'name',
      weight: 2,
      isEssential: true,
      en: [
        'account name',
        'account',
        'company name',
        'company',
        'customer name',
        'customer',
        'client name',
        'organization name',
        'organization',
        'business partner name',
        'name'
      ],
      es: [
        'nombre de la cuenta',
        'cuenta',
        'nombre de la empresa',
        'empresa',
        'cliente',
        'nombre del cliente',
        'razón social',
        'organización',
        'nombre comercial',
        'nombre'
      ],
      weak: ['legal name', 'nombre fiscal']
    },
    {
      name: 'externalId',
      kind: 'id',
      weight: 2,
      en: [
        'account id',
        'company id',
        'customer id',
        'record id',
        'account number',
        'customer number',
        'organization id',
        'id',
        'hs object id',
        '(do not modify) account',
        'external id'
      ],
      es: [
        'id de la cuenta',
        'id de empresa',
        'id de cliente',
        'código de cliente',
        'número de cliente',
        'id de registro',
        'número de cuenta',
        '(no modificar) cuenta'
      ]
    },
    {
      name: 'domain',
      kind: 'text',
      weight: 2,
      en: ['domain', 'domain name', 'company domain name', 'website', 'website url', 'web site'],
      es: ['dominio', 'nombre de dominio de la empresa', 'sitio web', 'página web', 'web']
    },
    {
      name: 'taxId',
      kind: 'id',
      weight: 2,
      en: ['tax id', 'vat number', 'vat id', 'tax number', 'ein'],
      es: [
        'nif',
        'cif',
        'cif / nif',
        'rfc',
        'cuit',
        'ruc',
        'nit',
        'rut',
        'id fiscal',
        'número de identificación fiscal'
      ]
    },
    {
      name: 'parent',
      kind: 'name',
      weight: 2,
      en: ['parent account', 'subsidiary of', 'parent company', 'parent', 'ultimate parent', 'parent company name'],
      es: ['cuenta principal', 'filial de', 'empresa matriz', 'matriz', 'cuenta matriz', 'empresa principal'],
      weak: ['group', 'grupo', 'grupo empresarial']
    },
    {
      name: 'parentId',
      kind: 'id',
      weight: 1,
      en: ['parent account id', 'parent company id', 'parent id'],
      es: ['id de cuenta principal', 'id de la empresa matriz']
    },
    {
      name: 'owner',
      kind: 'name',
      weight: 1,
      en: [
        'account owner',
        'owner',
        'company owner',
        'account executive',
        'assigned to',
        'sales rep',
        'salesperson',
        'owned by',
        'account manager'
      ],
      es: [
        'propietario de la cuenta',
        'propietario',
        'propietario del registro de empresa',
        'responsable',
        'comercial',
        'vendedor',
        'comercial asignado',
        'gestor de cuenta'
      ]
    },
    {
      name: 'ownerId',
      kind: 'id',
      weight: 1,
      en: ['account owner id', 'owner id', 'company owner id'],
      es: ['id de propietario', 'código de vendedor', 'código comercial']
    },
    {
      name: 'ownerEmail',
      kind: 'email',
      weight: 1,
      en: ['account owner email', 'owner email'],
      es: ['correo del propietario', 'email comercial', 'email del responsable']
    },
    {
      // A word of the CRM until the user says what is to come of it (../territory-question.ts).
      name: 'territory',
      kind: 'text',
      weight: 0,
      en: ['territory', 'territory name', 'sales territory', 'assigned territory', 'account territory'],
      es: ['territorio', 'nombre del territorio', 'zona comercial', 'territorio asignado', 'territorio de la cuenta'],
      weak: ['zone', 'zona']
    },
    { name: 'placedIn', kind: 'text', weight: 0, en: [], es: [] },
    { name: 'placedInWithOwner', kind: 'text', weight: 0, en: [], es: [] },
    {
      name: 'industry',
      kind: 'text',
      weight: 3,
      en: ['industry', 'sector', 'vertical', 'line of business', 'industry sector'],
      es: ['sector', 'industria', 'sector de actividad', 'ramo', 'giro'],
      weak: ['actividad', 'actividad económica']
    },
    {
      name: 'segment',
      kind: 'text',
      weight: 2,
      en: ['segment', 'account segment', 'customer segment', 'tier'],
      es: ['segmento', 'segmento de cliente'],
      weak: [
        'account type',
        'customer type',
        'tipo de cuenta',
        'tipo de cliente',
        'type',
        'tipo',
        'clasificación',
        'classification',
        'categoría'
      ]
    },
    {
      name: 'country',
      kind: 'country',
      weight: 2,
      en: [
        'country',
        'billing country',
        'country/region',
        'billing country region',
        'office location',
        'address country'
      ],
      es: ['país', 'país de facturación', 'país/región'],
      weak: ['location', 'ubicación', 'shipping country', 'país de envío', 'sede']
    },
    {
      name: 'region',
      kind: 'text',
      weight: 1,
      en: ['state', 'state/region', 'province', 'billing state', 'billing state/province', 'region', 'address state'],
      es: [
        'provincia',
        'comunidad autónoma',
        'estado o región',
        'provincia de facturación',
        'estado o provincia de facturación',
        'región'
      ],
      weak: ['estado', 'departamento', 'shipping state', 'shipping state/province', 'county']
    },
    {
      name: 'city',
      kind: 'text',
      weight: 1,
      en: ['city', 'billing city', 'town', 'address city'],
      es: ['ciudad', 'población', 'municipio', 'localidad', 'ciudad de facturación'],
      weak: ['shipping city', 'ciudad de envío']
    },
    {
      name: 'postalCode',
      kind: 'id',
      weight: 2,
      en: ['postal code', 'zip code', 'zip', 'billing zip/postal code', 'billing postal code', 'address zip'],
      es: ['código postal', 'c.p.', 'código postal de facturación'],
      weak: ['shipping postal code', 'shipping zip', 'código postal de envío']
    },
    {
      name: 'longitude',
      kind: 'number',
      weight: 1,
      en: ['longitude', 'billing longitude', 'geo longitude', 'lon', 'lng', 'long'],
      es: ['longitud', 'longitud de facturación', 'longitud geográfica'],
      weak: ['shipping longitude', 'longitud de envío']
    },
    {
      name: 'latitude',
      kind: 'number',
      weight: 1,
      en: ['latitude', 'billing latitude', 'geo latitude', 'lat'],
      es: ['latitud', 'latitud de facturación', 'latitud geográfica'],
      weak: ['shipping latitude', 'latitud de envío']
    },
    {
      name: 'employees',
      kind: 'integer',
      weight: 3,
      en: ['employees', 'number of employees', 'headcount', 'no. of employees', 'employee count', 'company size'],
      es: ['empleados', 'número de empleados', 'plantilla', 'cantidad de empleados'],
      weak: ['size', 'tamaño']
    },
    {
      name: 'revenue',
      kind: 'money',
      weight: 3,
      en: ['annual revenue', 'revenue', 'company revenue', 'turnover', 'annual turnover', 'annual sales'],
      es: [
        'ingresos anuales',
        'facturación anual',
        'ingresos',
        'volumen de negocio',
        'cifra de negocio',
        'ventas anuales'
      ],
      weak: ['facturación', 'total revenue']
    },
    {
      name: 'foundedYear',
      kind: 'year',
      weight: 3,
      en: ['year founded', 'year established', 'founded', 'established', 'founded year'],
      es: ['año de fundación', 'fundación', 'fundada', 'año de constitución']
    },
    {
      name: 'contacts',
      kind: 'integer',
      weight: 1,
      en: ['number of contacts', 'number of associated contacts', 'contact count', 'people', 'num contacts'],
      es: ['número de contactos', 'número de contactos asociados', 'cantidad de contactos', 'personas'],
      weak: ['contacts', 'contactos']
    }
  ]
}
