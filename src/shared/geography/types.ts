// What geography speaks of: layers of regions, their shapes in a plane, and where facts about an address were placed. The files
// that compute stand beside it; index.ts says what is for those outside. A base layer: it knows no domain.

/** The layers of regions that ship with the product, in the order a list shows them. */
export type LayerId = 'world-countries' | 'us-states' | 'us-counties' | 'es-communities' | 'es-provinces'

export type Longitude = number
export type Latitude = number
/** Degrees, west and south negative. */
export type Position = readonly [longitude: Longitude, latitude: Latitude]
/** Left, top, right, bottom in the plane: x to the right, y down. */
export type PlaneBounds = readonly [left: number, top: number, right: number, bottom: number]
/** West, south, east, north in degrees. West lies above east where the region crosses the 180th meridian. */
export type GeoBounds = readonly [west: number, south: number, east: number, north: number]

/** One region of a layer, without its shape. */
export interface Region {
  /**
   * ISO 3166-1 alpha-2 of a country (ES), ISO 3166-2 of a state, province or community (US-CA, ES-M, ES-MD), the five digits of a county (06037).
   * Kosovo is XK, which ISO leaves to users and is in wide use.
   */
  readonly code: string
  /** English for the world and the United States; official (Spanish or co-official) for Spain. */
  readonly name: string
  /** In Spanish, where it is another name that sales people use. */
  readonly nameEs?: string
  /** The next region up: US for US-CA, US-CA for 06037, ES-MD for ES-M, null for a country. */
  readonly parent: string | null
  /** Centre of the area of its largest part (Spain's lies on the mainland); it may lie outside a bent region. */
  readonly centroid: Position
  readonly bounds: GeoBounds
}

/**
 * Polygons in degrees, each its outer ring and then its holes; a ring is longitude and latitude in turn, closed without repeating the
 * first point. A ring is unbroken: across the 180th meridian its longitudes run on past 180.
 */
export type Polygons = readonly (readonly Float64Array[])[]

/** A layer as loaded: regions, their borders on the sphere, and who borders whom. */
export interface RegionLayer {
  readonly id: LayerId
  readonly regions: readonly Region[]
  readonly indexOf: ReadonlyMap<string, number>
  /** By region, see `Polygons`. */
  readonly polygons: readonly Polygons[]
  /** Pairs of places in `regions` that share a border, the smaller first, in order. Islands have none. */
  readonly neighbours: readonly (readonly [number, number])[]
  /** Whose data it is, to be shown by the map. */
  readonly credit: string
}

/** A region to draw: rings in the plane of a projection, closed without repeating the first point; fill by even-odd. */
export interface RegionShape {
  readonly code: string
  readonly name: string
  readonly rings: readonly Float32Array[]
  readonly bounds: PlaneBounds
  /** A point well inside its largest part. */
  readonly label: readonly [x: number, y: number]
}

export type ProjectionId = 'world' | 'united-states' | 'spain' | 'around'

/**
 * Puts degrees into a plane of about 1,000 units across: x to the right, y down. Null where the projection shows nothing (a point in
 * France on the map of the United States).
 */
export interface Projector {
  readonly id: ProjectionId
  readonly project: (longitude: Longitude, latitude: Latitude) => readonly [x: number, y: number] | null
  /** What the whole map is, for a first view. */
  readonly bounds: PlaneBounds
  /** Polygons as rings in the plane, cut and bent as the projection needs; none where it shows nothing of them. */
  readonly projectPolygons: (polygons: Polygons) => Float32Array[]
  /** Lines that mark insets, such as the one round the Canary Islands: x and y in turn, open. */
  readonly insetLines: readonly Float32Array[]
}

/** What an account says of where it is. Cells as imported: each may be null, empty, mistyped. */
export interface PlaceFacts {
  readonly longitude?: number | null
  readonly latitude?: number | null
  readonly country?: string | null
  /** State, province, community, county of a country: name or code. */
  readonly region?: string | null
  readonly city?: string | null
  readonly postalCode?: string | null
}

/** What the point stands for, from exact to coarse. */
export type PlaceKind = 'coordinates' | 'postalCode' | 'city' | 'region' | 'country'

/** How near the truth the point is: itself; a town; a postal area; a province or county; a state or community; a whole country. */
export type PlacePrecision = 'exact' | 'town' | 'postalArea' | 'province' | 'state' | 'country'

export interface RegionCodes {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** ISO 3166-2: ES-M, US-CA, FR-75C; null when not known. For Spain the province where known, else the community. */
  readonly subdivision: string | null
  /** Autonomous community of Spain (ES-MD), null elsewhere. */
  readonly community: string | null
  /** Five digits of a county of the United States. */
  readonly county: string | null
}

export type UnplacedReason =
  /** No cell says anything. */
  | 'noFacts'
  /** Cells that no list knows. */
  | 'unknownWords'
  /** A name that several places have (Georgia, Springfield, Santiago) and nothing else to tell them apart. */
  | 'severalPlaces'
  /** Cells that can't all be true (a postal code of Madrid in the province of Girona). */
  | 'contradiction'
  /** Beyond 90 or 180 degrees, half a pair, or 0, 0. */
  | 'badCoordinates'

/**
 * A cell that was not used and why, to be shown beside the account; or what was taken for granted: `assumedHome` (no country is said, so it
 * was read as the home country), `assumedLargest` (of towns of one name the one twenty times as large as each other one).
 */
export interface PlaceRemark {
  readonly field: keyof PlaceFacts
  readonly why: 'unknown' | 'contradicts' | 'severalPlaces' | 'badCoordinates' | 'assumedHome' | 'assumedLargest'
}

export interface PlacedAt {
  readonly kind: PlaceKind
  readonly longitude: Longitude
  readonly latitude: Latitude
  readonly codes: RegionCodes
  readonly precision: PlacePrecision
  readonly remarks: readonly PlaceRemark[]
}

export interface Unplaced {
  readonly kind: 'unplaced'
  readonly reason: UnplacedReason
  readonly remarks: readonly PlaceRemark[]
}

export type FoundPlace = PlacedAt | Unplaced

/** One entry of ISO 3166-2. */
export interface Subdivision {
  readonly code: string
  readonly name: string
  /** The next entry up (ES-MD for ES-M), null for those at the top. */
  readonly parent: string | null
}
