// What the sample company named its teams, stages, products and scenarios, in the language of the workspace.

const en = {
  sales: 'Sales',
  iberia: 'Iberia',
  international: 'International',
  north: 'North',
  east: 'East',
  centre: 'Centre',
  south: 'South',
  centreSouth: 'Centre and South',
  europe: 'Europe',
  latam: 'Latin America',
  stages: ['Lead', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost'],
  families: { sensors: 'Sensors', control: 'Control', software: 'Software', services: 'Services' },
  products: {
    commissioning: 'Commissioning',
    maintenance: 'Yearly maintenance',
    audit: 'Energy audit',
    licence: 'Vigía Basic',
    licencePro: 'Vigía Pro',
    node: 'Sensor S1',
    nodePro: 'Sensor S4',
    gateway: 'Gateway G2',
    panel: 'Panel C10',
    panelPro: 'Panel C20'
  },
  segments: { large: 'Large', middle: 'Mid-size', small: 'Small' },
  largeAccounts: 'large accounts',
  otherAccounts: 'mid-size and small',
  industries: {
    food: 'Food and drink',
    metal: 'Metalworking',
    automotive: 'Automotive',
    chemicals: 'Chemicals',
    paper: 'Paper and packaging',
    energy: 'Energy',
    water: 'Water and waste',
    logistics: 'Logistics',
    ceramics: 'Ceramics and glass',
    textile: 'Textiles'
  },
  countries: {
    es: 'Spain',
    pt: 'Portugal',
    fr: 'France',
    it: 'Italy',
    mx: 'Mexico',
    co: 'Colombia',
    cl: 'Chile',
    pe: 'Peru'
  },
  sources: ['Website', 'Referral', 'Trade fair', 'Cold call', 'Partner'],
  kinds: { call: 'Call', email: 'Email', meeting: 'Meeting', visit: 'Visit', demo: 'Demo' },
  customUnits: 'Units',
  customQualified: 'Qualified on',
  baseline: 'Baseline',
  twoMore: 'Two more reps in the north',
  vacancy: 'Vacancy North',
  payPlan: 'Field sellers',
  territoryChange: 'Moved to even out the load after the first half',
  newTerritory: 'North, new'
}

export type Words = typeof en

const es: Words = {
  sales: 'Ventas',
  iberia: 'Iberia',
  international: 'Internacional',
  north: 'Norte',
  east: 'Este',
  centre: 'Centro',
  south: 'Sur',
  centreSouth: 'Centro y Sur',
  europe: 'Europa',
  latam: 'Latinoamérica',
  stages: ['Contacto', 'Cualificada', 'Propuesta', 'Negociación', 'Ganada', 'Perdida'],
  families: { sensors: 'Sensores', control: 'Control', software: 'Software', services: 'Servicios' },
  products: {
    commissioning: 'Puesta en marcha',
    maintenance: 'Mantenimiento anual',
    audit: 'Auditoría energética',
    licence: 'Vigía Básico',
    licencePro: 'Vigía Pro',
    node: 'Sensor S1',
    nodePro: 'Sensor S4',
    gateway: 'Pasarela G2',
    panel: 'Panel C10',
    panelPro: 'Panel C20'
  },
  segments: { large: 'Grande', middle: 'Mediana', small: 'Pequeña' },
  largeAccounts: 'grandes cuentas',
  otherAccounts: 'medianas y pequeñas',
  industries: {
    food: 'Alimentación y bebidas',
    metal: 'Metal',
    automotive: 'Automoción',
    chemicals: 'Química',
    paper: 'Papel y envases',
    energy: 'Energía',
    water: 'Agua y residuos',
    logistics: 'Logística',
    ceramics: 'Cerámica y vidrio',
    textile: 'Textil'
  },
  countries: {
    es: 'España',
    pt: 'Portugal',
    fr: 'Francia',
    it: 'Italia',
    mx: 'México',
    co: 'Colombia',
    cl: 'Chile',
    pe: 'Perú'
  },
  sources: ['Web', 'Recomendación', 'Feria', 'Puerta fría', 'Socio'],
  kinds: { call: 'Llamada', email: 'Correo', meeting: 'Reunión', visit: 'Visita', demo: 'Demostración' },
  customUnits: 'Unidades',
  customQualified: 'Cualificada el',
  baseline: 'Base',
  twoMore: 'Dos comerciales más en el norte',
  vacancy: 'Vacante Norte',
  payPlan: 'Comerciales de campo',
  territoryChange: 'Se mueve para repartir la carga tras el primer semestre',
  newTerritory: 'Norte, nuevo'
}

export const sampleWords: Readonly<Record<'en' | 'es', Words>> = { en, es }

/** The countries the company sells in. */
export type CountryKey = keyof Words['countries']
export type IndustryKey = keyof Words['industries']
export type ProductKey = keyof Words['products']
export type RegionKey = 'north' | 'east' | 'centre' | 'south' | 'centreSouth' | 'europe' | 'latam'
