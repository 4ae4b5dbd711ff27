// The palette of eight for series, by place. The colours are in theme/tokens.css, one set for each theme.
export const paletteSize = 8

/** CSS colour of a series by its place, counted from 0; beyond eight it starts again. */
export function seriesColor(index: number): string {
  return `var(--series-${(((index % paletteSize) + paletteSize) % paletteSize) + 1})`
}
