// The currencies in use (ISO 4217) and how many decimals each has. Money itself is in money.ts.

declare const currencyBrand: unique symbol

/** A currency of ISO 4217, three capital letters. */
export type CurrencyCode = string & { readonly [currencyBrand]: true }

const codes =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP ' +
  'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF ' +
  'IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD ' +
  'MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB ' +
  'RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD ' +
  'UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'

/** All currencies in use, in alphabetical order. */
export const currencies: readonly CurrencyCode[] = codes.split(' ').map((code) => code as CurrencyCode)

// Two decimals are the rule; these are the exceptions (ISO 4217, list one).
const digitsThatAreNotTwo: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4
}

const known = new Set<string>(currencies)

/**
 * Reads a currency code.
 *
 * @param text a code in any case, spaces around it allowed
 * @returns the code
 * @missing undefined when ISO 4217 has no such currency in use
 * @example parseCurrencyCode(' eur ') // 'EUR'
 */
export function parseCurrencyCode(text: string): CurrencyCode | undefined {
  const code = text.trim().toUpperCase()
  return known.has(code) ? (code as CurrencyCode) : undefined
}

/**
 * Tells whether a text is exactly a currency code.
 *
 * @param text anything
 * @returns true for a code of ISO 4217 in capitals
 * @example isCurrencyCode('EUR') // true
 */
export function isCurrencyCode(text: string): text is CurrencyCode {
  return known.has(text)
}

/**
 * Names a currency in code, where the code stands in the source.
 *
 * @param code a code of ISO 4217
 * @returns the same code, typed
 * @errors RangeError for a code that isn't a currency in use
 * @example currencyCode('KWD') // 'KWD'
 */
export function currencyCode(code: string): CurrencyCode {
  const parsed = parseCurrencyCode(code)
  if (parsed === undefined) throw new RangeError(`"${code}" is not a currency of ISO 4217`)
  return parsed
}

/**
 * Gives the number of decimals of a currency.
 *
 * @param currency a currency
 * @returns 0 to 4: the yen has 0, the euro 2, the Kuwaiti dinar 3
 * @source ISO 4217, list one (minor unit)
 * @example minorDigits(currencyCode('KWD')) // 3
 */
export function minorDigits(currency: CurrencyCode): number {
  return digitsThatAreNotTwo[currency] ?? 2
}

/**
 * Gives how many minor units make one unit.
 *
 * @param currency a currency
 * @returns 1, 10, 100, 1000 or 10000
 * @example minorPerUnit(currencyCode('EUR')) // 100
 */
export function minorPerUnit(currency: CurrencyCode): number {
  return 10 ** minorDigits(currency)
}
