// Where the sample company sells: zones of provinces with their main towns and the first digits of their postal codes.

import type { SampleSize } from './types.ts'
import type { CountryKey, RegionKey } from './words.ts'

export interface Province {
  name: string
  /** First digits of postal codes. */
  postal: string
  towns: readonly string[]
}

export interface Zone {
  key: string
  /** In English and Spanish alike, where the place has one name. */
  name: { en: string; es: string }
  region: RegionKey
  country: CountryKey
  /** Size of the market; decides how many people sell there. */
  weight: number
  provinces: readonly Province[]
}

/** Provinces written short: "name postal town,town; …". */
function provinces(text: string): Province[] {
  return text.split(';').map((part) => {
    const [name = '', postal = '', towns = ''] = part.trim().split('|')
    return { name, postal, towns: towns.split(',') }
  })
}

function zone(
  key: string,
  region: RegionKey,
  country: CountryKey,
  weight: number,
  enName: string,
  esName: string,
  inside: string
): Zone {
  return { key, region, country, weight, name: { en: enName, es: esName }, provinces: provinces(inside) }
}

const zones: readonly Zone[] = [
  zone(
    'galicia',
    'north',
    'es',
    9,
    'Galicia',
    'Galicia',
    'A Coruña|15|A Coruña,Santiago de Compostela,Ferrol;Pontevedra|36|Vigo,Pontevedra,O Porriño;Lugo|27|Lugo,Monforte;Ourense|32|Ourense'
  ),
  zone(
    'asturias',
    'north',
    'es',
    7,
    'Asturias and Cantabria',
    'Asturias y Cantabria',
    'Asturias|33|Oviedo,Gijón,Avilés;Cantabria|39|Santander,Torrelavega'
  ),
  zone(
    'euskadi',
    'north',
    'es',
    14,
    'Basque Country',
    'País Vasco',
    'Bizkaia|48|Bilbao,Barakaldo,Durango,Amorebieta;Gipuzkoa|20|Donostia,Eibar,Arrasate,Irun;Álava|01|Vitoria,Llodio'
  ),
  zone(
    'navarra',
    'north',
    'es',
    8,
    'Navarre and La Rioja',
    'Navarra y La Rioja',
    'Navarra|31|Pamplona,Tudela,Estella;La Rioja|26|Logroño,Calahorra,Arnedo'
  ),
  zone(
    'barcelona',
    'east',
    'es',
    20,
    'Barcelona',
    'Barcelona',
    'Barcelona|08|Barcelona,Sabadell,Terrassa,Martorell,Granollers,Manresa'
  ),
  zone(
    'catalunya',
    'east',
    'es',
    9,
    'Girona, Lleida and Tarragona',
    'Girona, Lleida y Tarragona',
    'Girona|17|Girona,Figueres,Olot;Lleida|25|Lleida,Mollerussa;Tarragona|43|Tarragona,Reus,Valls'
  ),
  zone(
    'aragon',
    'east',
    'es',
    8,
    'Aragon',
    'Aragón',
    'Zaragoza|50|Zaragoza,Figueruelas,Calatayud;Huesca|22|Huesca,Monzón;Teruel|44|Teruel,Alcañiz'
  ),
  zone(
    'valencia',
    'east',
    'es',
    13,
    'Valencia and Castellón',
    'Valencia y Castellón',
    'Valencia|46|Valencia,Paterna,Sagunto,Gandia;Castellón|12|Castellón,Vila-real,Onda'
  ),
  zone(
    'sureste',
    'east',
    'es',
    9,
    'Alicante and Murcia',
    'Alicante y Murcia',
    'Alicante|03|Alicante,Elche,Alcoy;Murcia|30|Murcia,Cartagena,Lorca'
  ),
  zone(
    'madrid',
    'centre',
    'es',
    22,
    'Madrid',
    'Madrid',
    'Madrid|28|Madrid,Getafe,Alcobendas,Coslada,Alcalá de Henares,Móstoles'
  ),
  zone(
    'castilla',
    'centre',
    'es',
    10,
    'Castile and León',
    'Castilla y León',
    'Valladolid|47|Valladolid,Medina del Campo;Burgos|09|Burgos,Miranda de Ebro,Aranda;León|24|León,Ponferrada;Salamanca|37|Salamanca,Béjar;Palencia|34|Palencia'
  ),
  zone(
    'mancha',
    'centre',
    'es',
    7,
    'La Mancha',
    'La Mancha',
    'Toledo|45|Toledo,Talavera,Illescas;Ciudad Real|13|Ciudad Real,Puertollano;Albacete|02|Albacete,Almansa;Guadalajara|19|Guadalajara,Azuqueca'
  ),
  zone(
    'extremadura',
    'centre',
    'es',
    4,
    'Extremadura',
    'Extremadura',
    'Badajoz|06|Badajoz,Mérida,Don Benito;Cáceres|10|Cáceres,Plasencia'
  ),
  zone(
    'sevilla',
    'south',
    'es',
    11,
    'Seville and Huelva',
    'Sevilla y Huelva',
    'Sevilla|41|Sevilla,Dos Hermanas,Utrera;Huelva|21|Huelva,Palos'
  ),
  zone(
    'malaga',
    'south',
    'es',
    9,
    'Málaga and Cádiz',
    'Málaga y Cádiz',
    'Málaga|29|Málaga,Antequera;Cádiz|11|Cádiz,Algeciras,Jerez'
  ),
  zone(
    'granada',
    'south',
    'es',
    8,
    'Eastern Andalusia',
    'Andalucía oriental',
    'Granada|18|Granada,Motril;Almería|04|Almería,El Ejido;Jaén|23|Jaén,Linares,Andújar;Córdoba|14|Córdoba,Lucena'
  ),
  zone(
    'canarias',
    'south',
    'es',
    5,
    'Canary Islands',
    'Canarias',
    'Las Palmas|35|Las Palmas,Telde;Santa Cruz de Tenerife|38|Santa Cruz,La Laguna'
  ),
  zone(
    'portugal',
    'europe',
    'pt',
    12,
    'Portugal',
    'Portugal',
    'Lisboa|1|Lisboa,Loures;Porto|4|Porto,Maia;Braga|47|Braga,Guimarães;Aveiro|38|Aveiro,Águeda'
  ),
  zone(
    'france',
    'europe',
    'fr',
    11,
    'Southern France',
    'Sur de Francia',
    'Occitanie|31|Toulouse,Montpellier;Nouvelle-Aquitaine|33|Bordeaux,Pau,Bayonne;Provence|13|Marseille,Aix'
  ),
  zone(
    'italia',
    'europe',
    'it',
    9,
    'Northern Italy',
    'Norte de Italia',
    'Lombardia|20|Milano,Brescia,Bergamo;Veneto|37|Verona,Padova;Piemonte|10|Torino,Cuneo'
  ),
  zone(
    'mexico',
    'latam',
    'mx',
    13,
    'Mexico City',
    'Ciudad de México',
    'Ciudad de México|06|Ciudad de México;Estado de México|50|Toluca,Naucalpan;Puebla|72|Puebla'
  ),
  zone(
    'monterrey',
    'latam',
    'mx',
    12,
    'Northern Mexico',
    'Norte de México',
    'Nuevo León|64|Monterrey,Apodaca;Jalisco|44|Guadalajara,Zapopan;Querétaro|76|Querétaro'
  ),
  zone(
    'colombia',
    'latam',
    'co',
    9,
    'Colombia',
    'Colombia',
    'Bogotá|11|Bogotá;Antioquia|05|Medellín,Itagüí;Valle del Cauca|76|Cali,Yumbo'
  ),
  zone(
    'chile',
    'latam',
    'cl',
    8,
    'Chile',
    'Chile',
    'Región Metropolitana|83|Santiago,Quilicura;Valparaíso|23|Valparaíso;Biobío|40|Concepción'
  ),
  zone('peru', 'latam', 'pe', 6, 'Peru', 'Perú', 'Lima|15|Lima,Callao;Arequipa|04|Arequipa')
]

/** The small company sells in twelve zones, one person each, with Madrid, the south and Portugal under one roof. */
const smallCompany: Readonly<Record<string, RegionKey>> = {
  galicia: 'north',
  asturias: 'north',
  euskadi: 'north',
  navarra: 'north',
  barcelona: 'east',
  catalunya: 'east',
  valencia: 'east',
  france: 'east',
  madrid: 'centreSouth',
  sevilla: 'centreSouth',
  malaga: 'centreSouth',
  portugal: 'centreSouth'
}

/**
 * Lists the zones a company of a size sells in.
 *
 * @param size the size of the sample company
 * @returns its zones, region by region
 * @example zonesOf('small').length // 12
 */
export function zonesOf(size: SampleSize): readonly Zone[] {
  if (size !== 'small') return zones
  const kept = zones.filter((each) => smallCompany[each.key] !== undefined)
  const order: RegionKey[] = ['north', 'east', 'centreSouth']
  return order.flatMap((region) =>
    kept.filter((each) => smallCompany[each.key] === region).map((each) => ({ ...each, region }))
  )
}

/** On this day the accounts of one province went from one zone to the next: a territory change within the year. */
export const territoryChange = { on: '2026-07-01', province: 'Gipuzkoa', from: 'euskadi', to: 'navarra' } as const
