// Names of people and companies, made of lists of our own; any likeness to someone real is chance.
import type { Random } from '../math/random.ts'
import { nameKey } from '../units/name-key.ts'
import type { CountryKey, IndustryKey } from './words.ts'

const list = (text: string) => text.split(',')

const firstNames: Record<'spanish' | 'pt' | 'fr' | 'it', string[]> = {
  spanish: list(
    'Ana,Tomás,Inés,Marta,Jon,Lucía,Álvaro,Carmen,Sergio,Nuria,Pablo,Elena,Iker,Rocío,Diego,Beatriz,Marcos,Alba,Raúl,Irene,Hugo,Silvia,Andrés,Laura,Gonzalo,Clara,Rubén,Noelia,Óscar,Pilar,Mateo,Amaia,Javier,Teresa,Adrián,Olga,Víctor,Sandra,Nicolás,Leire,Camila,Santiago,Valentina,Emilio,Ximena,Joaquín,Daniela,Rodrigo,Paula,Ignacio'
  ),
  pt: list('Inês,Rui,Beatriz,Tiago,Catarina,Nuno,Sofia,Diogo,Mariana,Pedro'),
  fr: list('Camille,Julien,Chloé,Antoine,Manon,Mathieu,Élodie,Romain,Aurélie,Bastien'),
  it: list('Luca,Giulia,Marco,Chiara,Davide,Francesca,Matteo,Elisa,Stefano,Sara')
}

const surnames: Record<'spanish' | 'pt' | 'fr' | 'it', string[]> = {
  spanish: list(
    'Ruiz,Vidal,Prat,Soler,Etxeberria,García,Martínez,López,Sánchez,Pérez,Gómez,Fernández,Moreno,Jiménez,Navarro,Romero,Serrano,Molina,Ortega,Delgado,Castro,Iglesias,Cano,Prieto,Calvo,Vega,Campos,Fuentes,Carrasco,Aguilar,Pascual,Herrera,Santana,Lorenzo,Montero,Arias,Redondo,Ferrer,Roca,Puig,Otero,Seoane,Aguirre,Zubiri,Lasa,Bravo,Rincón,Quintana,Salgado,Vera,Rojas,Mendoza,Cárdenas,Sepúlveda,Ospina,Restrepo,Villalobos,Paredes,Esquivel,Zamora'
  ),
  pt: list('Silva,Santos,Ferreira,Pereira,Oliveira,Costa,Carvalho,Almeida,Teixeira,Moreira,Correia,Lopes'),
  fr: list('Martin,Bernard,Dubois,Moreau,Laurent,Girard,Lambert,Fontaine,Chevalier,Garnier,Faure,Rousseau'),
  it: list('Conti,Rossi,Ferrari,Bianchi,Romano,Colombo,Ricci,Marino,Greco,Bruno,Galli,Costa')
}

const lettersOf = (country: CountryKey): 'spanish' | 'pt' | 'fr' | 'it' =>
  country === 'pt' || country === 'fr' || country === 'it' ? country : 'spanish'

/**
 * Makes the name of a person who lives in a country: two surnames where Spanish is spoken.
 *
 * @param random the stream to draw from
 * @param country where the person lives
 * @returns a name, not necessarily a new one
 * @example makePersonName(makeRandom(1), 'es') // e.g. 'Ana Ruiz Molina'
 */
export function makePersonName(random: Random, country: CountryKey): string {
  const language = lettersOf(country)
  const first = random.pick(firstNames[language])
  const last = random.pick(surnames[language])
  return language === 'spanish' ? `${first} ${last} ${random.pick(surnames.spanish)}` : `${first} ${last}`
}

const trades: Record<'spanish' | 'pt' | 'fr' | 'it', Record<IndustryKey, string[]>> = {
  spanish: {
    food: list('Conservas,Lácteos,Bodegas,Aceites,Congelados,Harinas,Cárnicas'),
    metal: list('Talleres,Forjas,Fundiciones,Laminados,Troquelados,Metalúrgica'),
    automotive: list('Componentes,Recambios,Carrocerías,Autopartes,Motores'),
    chemicals: list('Química,Pinturas,Resinas,Plásticos,Laboratorios'),
    paper: list('Papelera,Cartonajes,Envases,Gráficas,Celulosas'),
    energy: list('Energías,Electricidad,Solar,Eólica,Calderas'),
    water: list('Aguas,Depuradora,Reciclados,Saneamientos'),
    logistics: list('Logística,Transportes,Almacenes,Frío'),
    ceramics: list('Cerámicas,Azulejos,Vidrios,Cristalería'),
    textile: list('Textiles,Hilados,Tejidos,Confecciones')
  },
  pt: {
    food: list('Conservas,Lacticínios,Vinhos'),
    metal: list('Metalúrgica,Fundição,Oficinas'),
    automotive: list('Componentes,Peças'),
    chemicals: list('Química,Tintas,Plásticos'),
    paper: list('Papéis,Embalagens'),
    energy: list('Energia,Solar'),
    water: list('Águas,Reciclagem'),
    logistics: list('Logística,Transportes'),
    ceramics: list('Cerâmica,Vidros'),
    textile: list('Têxteis,Malhas')
  },
  fr: {
    food: list('Laiterie,Conserverie,Caves'),
    metal: list('Ateliers,Fonderie,Forges'),
    automotive: list('Équipements,Pièces'),
    chemicals: list('Chimie,Peintures'),
    paper: list('Papeteries,Emballages'),
    energy: list('Énergies,Solaire'),
    water: list('Eaux,Recyclage'),
    logistics: list('Logistique,Transports'),
    ceramics: list('Céramiques,Verreries'),
    textile: list('Textiles,Filatures')
  },
  it: {
    food: list('Conserve,Caseificio,Cantine'),
    metal: list('Officine,Fonderia,Acciai'),
    automotive: list('Componenti,Ricambi'),
    chemicals: list('Chimica,Vernici'),
    paper: list('Cartiera,Imballaggi'),
    energy: list('Energie,Solare'),
    water: list('Acque,Riciclo'),
    logistics: list('Logistica,Trasporti'),
    ceramics: list('Ceramiche,Vetri'),
    textile: list('Tessuti,Filati')
  }
}

const legalForms: Record<CountryKey, string[]> = {
  es: list('S.L.,S.A.,S.L.U.,S. Coop.'),
  pt: list('Lda.,S.A.'),
  fr: list('SARL,SAS,SA'),
  it: list('S.r.l.,S.p.A.'),
  mx: list('S.A. de C.V.,S. de R.L. de C.V.'),
  co: list('S.A.S.,Ltda.'),
  cl: list('SpA,Ltda.'),
  pe: list('S.A.C.,S.R.L.')
}

/**
 * Makes the name of a company that isn't taken yet.
 *
 * @param random the stream to draw from
 * @param industry what the company does
 * @param place its country and town
 * @param taken name keys in use; the new one is added
 * @returns a name whose key nobody has
 * @example makeCompanyName(makeRandom(1), 'metal', { country: 'es', town: 'Eibar' }, new Set()) // e.g. 'Talleres Lasa de Eibar, S.L.'
 */
export function makeCompanyName(
  random: Random,
  industry: IndustryKey,
  place: { country: CountryKey; town: string },
  taken: Set<string>
): string {
  const language = lettersOf(place.country)
  for (let attempt = 0; ; attempt += 1) {
    const trade = random.pick(trades[language][industry])
    const surname = random.pick(surnames[language])
    const shape = random.integer(0, attempt > 3 ? 4 : 2)
    const core = [
      `${trade} ${surname}`,
      `${trade} ${place.town}`,
      `${trade} ${surname} ${random.pick(surnames[language])}`,
      `${trade} ${surname} ${place.town}`,
      `${trade} ${surname} ${random.integer(2, 99)}`
    ][shape]
    const name = `${core}, ${random.pick(legalForms[place.country])}`
    const key = nameKey(name)
    if (taken.has(key)) continue
    taken.add(key)
    return name
  }
}
