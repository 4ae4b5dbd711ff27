// Provinces and autonomous communities of Spain: INE code (which is also the start of a postal code), ISO 3166-2, official name, and
// the other names that are written in spreadsheets: Spanish, co-official, English, abbreviated.

export interface SpanishCommunity {
  /** As IGN and INE number them: 01 to 19. */
  readonly ine: string
  readonly iso: string
  readonly name: string
  readonly nameEs: string
  readonly otherNames: readonly string[]
}

export interface SpanishProvince {
  /** INE code, and the first two digits of its postal codes: 01 to 52. */
  readonly ine: string
  readonly iso: string
  readonly community: string
  readonly name: string
  readonly nameEs: string
  readonly otherNames: readonly string[]
}

const community = (
  ine: string,
  iso: string,
  name: string,
  nameEs: string,
  ...otherNames: string[]
): SpanishCommunity => ({
  ine,
  iso,
  name,
  nameEs,
  otherNames
})

const province = (
  ine: string,
  iso: string,
  communityIso: string,
  name: string,
  nameEs: string,
  ...otherNames: string[]
): SpanishProvince => ({ ine, iso, community: communityIso, name, nameEs, otherNames })

/** Ceuta and Melilla are cities with a statute of their own: each is a community and a province, with one ISO code. */
export const spanishCommunities: readonly SpanishCommunity[] = [
  community('01', 'ES-AN', 'Andalucía', 'Andalucía', 'Andalusia'),
  community('02', 'ES-AR', 'Aragón', 'Aragón'),
  community('03', 'ES-AS', 'Asturias', 'Asturias', 'Principado de Asturias', 'Asturies', 'Principality of Asturias'),
  community('04', 'ES-IB', 'Illes Balears', 'Islas Baleares', 'Baleares', 'Balears', 'Balearic Islands', 'Balearics'),
  community('05', 'ES-CN', 'Canarias', 'Canarias', 'Islas Canarias', 'Canary Islands', 'Canaries'),
  community('06', 'ES-CB', 'Cantabria', 'Cantabria'),
  community(
    '07',
    'ES-CL',
    'Castilla y León',
    'Castilla y León',
    'Castile and León',
    'Castilla León',
    'Castilla-León',
    'CyL'
  ),
  community('08', 'ES-CM', 'Castilla-La Mancha', 'Castilla-La Mancha', 'Castile-La Mancha', 'CLM'),
  community('09', 'ES-CT', 'Catalunya', 'Cataluña', 'Catalonia', 'Cataluña/Catalunya'),
  community(
    '10',
    'ES-VC',
    'Comunitat Valenciana',
    'Comunidad Valenciana',
    'Valencian Community',
    'País Valencià',
    'C. Valenciana'
  ),
  community('11', 'ES-EX', 'Extremadura', 'Extremadura'),
  community('12', 'ES-GA', 'Galicia', 'Galicia', 'Galiza'),
  community(
    '13',
    'ES-MD',
    'Comunidad de Madrid',
    'Comunidad de Madrid',
    'Madrid',
    'Community of Madrid',
    'C. de Madrid'
  ),
  community('14', 'ES-MC', 'Región de Murcia', 'Región de Murcia', 'Murcia', 'Region of Murcia', 'R. de Murcia'),
  community(
    '15',
    'ES-NC',
    'Navarra',
    'Navarra',
    'Comunidad Foral de Navarra',
    'Nafarroa',
    'Navarre',
    'C. Foral de Navarra'
  ),
  community(
    '16',
    'ES-PV',
    'Euskadi',
    'País Vasco',
    'Basque Country',
    'País Vasco/Euskadi',
    'Euskal Autonomia Erkidegoa'
  ),
  community('17', 'ES-RI', 'La Rioja', 'La Rioja', 'Rioja'),
  community('18', 'ES-CE', 'Ceuta', 'Ceuta', 'Ciudad Autónoma de Ceuta'),
  community('19', 'ES-ML', 'Melilla', 'Melilla', 'Ciudad Autónoma de Melilla')
]

export const spanishProvinces: readonly SpanishProvince[] = [
  province('01', 'ES-VI', 'ES-PV', 'Araba/Álava', 'Álava', 'Araba'),
  province('02', 'ES-AB', 'ES-CM', 'Albacete', 'Albacete'),
  province('03', 'ES-A', 'ES-VC', 'Alicante/Alacant', 'Alicante', 'Alacant', 'Alacant/Alicante'),
  province('04', 'ES-AL', 'ES-AN', 'Almería', 'Almería'),
  province('05', 'ES-AV', 'ES-CL', 'Ávila', 'Ávila'),
  province('06', 'ES-BA', 'ES-EX', 'Badajoz', 'Badajoz'),
  province(
    '07',
    'ES-PM',
    'ES-IB',
    'Illes Balears',
    'Islas Baleares',
    'Baleares',
    'Balears',
    'Balearic Islands',
    'Balearics'
  ),
  province('08', 'ES-B', 'ES-CT', 'Barcelona', 'Barcelona'),
  province('09', 'ES-BU', 'ES-CL', 'Burgos', 'Burgos'),
  province('10', 'ES-CC', 'ES-EX', 'Cáceres', 'Cáceres'),
  province('11', 'ES-CA', 'ES-AN', 'Cádiz', 'Cádiz', 'Cadiz'),
  province(
    '12',
    'ES-CS',
    'ES-VC',
    'Castellón/Castelló',
    'Castellón',
    'Castelló',
    'Castellón de la Plana',
    'Castelló/Castellón'
  ),
  province('13', 'ES-CR', 'ES-CM', 'Ciudad Real', 'Ciudad Real'),
  province('14', 'ES-CO', 'ES-AN', 'Córdoba', 'Córdoba', 'Cordova'),
  province('15', 'ES-C', 'ES-GA', 'A Coruña', 'La Coruña', 'Coruña', 'Corunna'),
  province('16', 'ES-CU', 'ES-CM', 'Cuenca', 'Cuenca'),
  province('17', 'ES-GI', 'ES-CT', 'Girona', 'Gerona'),
  province('18', 'ES-GR', 'ES-AN', 'Granada', 'Granada'),
  province('19', 'ES-GU', 'ES-CM', 'Guadalajara', 'Guadalajara'),
  province('20', 'ES-SS', 'ES-PV', 'Gipuzkoa', 'Guipúzcoa'),
  province('21', 'ES-H', 'ES-AN', 'Huelva', 'Huelva'),
  province('22', 'ES-HU', 'ES-AR', 'Huesca', 'Huesca', 'Uesca'),
  province('23', 'ES-J', 'ES-AN', 'Jaén', 'Jaén'),
  province('24', 'ES-LE', 'ES-CL', 'León', 'León'),
  province('25', 'ES-L', 'ES-CT', 'Lleida', 'Lérida'),
  province('26', 'ES-LO', 'ES-RI', 'La Rioja', 'La Rioja', 'Rioja', 'Logroño'),
  province('27', 'ES-LU', 'ES-GA', 'Lugo', 'Lugo'),
  province('28', 'ES-M', 'ES-MD', 'Madrid', 'Madrid'),
  province('29', 'ES-MA', 'ES-AN', 'Málaga', 'Málaga'),
  province('30', 'ES-MU', 'ES-MC', 'Murcia', 'Murcia'),
  province('31', 'ES-NA', 'ES-NC', 'Navarra', 'Navarra', 'Nafarroa', 'Navarre'),
  province('32', 'ES-OR', 'ES-GA', 'Ourense', 'Orense'),
  province('33', 'ES-O', 'ES-AS', 'Asturias', 'Asturias', 'Principado de Asturias', 'Asturies', 'Oviedo'),
  province('34', 'ES-P', 'ES-CL', 'Palencia', 'Palencia'),
  province('35', 'ES-GC', 'ES-CN', 'Las Palmas', 'Las Palmas', 'Palmas, Las'),
  province('36', 'ES-PO', 'ES-GA', 'Pontevedra', 'Pontevedra'),
  province('37', 'ES-SA', 'ES-CL', 'Salamanca', 'Salamanca'),
  province(
    '38',
    'ES-TF',
    'ES-CN',
    'Santa Cruz de Tenerife',
    'Santa Cruz de Tenerife',
    'Tenerife',
    'S.C. Tenerife',
    'S/C de Tenerife'
  ),
  province('39', 'ES-S', 'ES-CB', 'Cantabria', 'Cantabria', 'Santander'),
  province('40', 'ES-SG', 'ES-CL', 'Segovia', 'Segovia'),
  province('41', 'ES-SE', 'ES-AN', 'Sevilla', 'Sevilla', 'Seville'),
  province('42', 'ES-SO', 'ES-CL', 'Soria', 'Soria'),
  province('43', 'ES-T', 'ES-CT', 'Tarragona', 'Tarragona'),
  province('44', 'ES-TE', 'ES-AR', 'Teruel', 'Teruel'),
  province('45', 'ES-TO', 'ES-CM', 'Toledo', 'Toledo'),
  province('46', 'ES-V', 'ES-VC', 'Valencia/València', 'Valencia', 'València', 'València/Valencia'),
  province('47', 'ES-VA', 'ES-CL', 'Valladolid', 'Valladolid'),
  province('48', 'ES-BI', 'ES-PV', 'Bizkaia', 'Vizcaya', 'Biscay'),
  province('49', 'ES-ZA', 'ES-CL', 'Zamora', 'Zamora'),
  province('50', 'ES-Z', 'ES-AR', 'Zaragoza', 'Zaragoza', 'Saragossa'),
  province('51', 'ES-CE', 'ES-CE', 'Ceuta', 'Ceuta'),
  province('52', 'ES-ML', 'ES-ML', 'Melilla', 'Melilla')
]

/** Capitals whose name isn't the Spanish name of their province, by its INE code. */
const capitals: Readonly<Record<string, string>> = {
  '01': 'Vitoria-Gasteiz',
  '07': 'Palma',
  '12': 'Castellón de la Plana',
  '20': 'San Sebastián',
  '26': 'Logroño',
  '31': 'Pamplona',
  '33': 'Oviedo',
  '35': 'Las Palmas de Gran Canaria',
  '39': 'Santander',
  '48': 'Bilbao',
  '15': 'A Coruña'
}

/** The name of a province's capital, as the list of towns has it. */
export const capitalOf = ({ ine, nameEs }: SpanishProvince): string => capitals[ine] ?? nameEs
