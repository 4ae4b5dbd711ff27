// A page with nothing but the map: the counties of the United States in 60 territories, and 20,000 points, for the benchmark of
// its frames.
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { theme, themeVariables } from '#renderer/theme/theme.ts'
import { FormatProvider } from '#renderer/ui/format.tsx'
import { RegionMap } from '#renderer/ui/map/region-map.tsx'
import { loadLayer, projectorOf, shapeRegions } from '#shared/geography/index.ts'
import '#renderer/theme/kit-styles.ts'
import '#renderer/theme/tokens.css'
import '#renderer/theme/base.css'

const [territoryCount, pointCount] = [60, 20_000]

// The minimal standard generator of Park and Miller: the same map at each run.
let seed = 20_261
function next(): number {
  seed = (seed * 16_807) % 2_147_483_647
  return seed / 2_147_483_647
}

const shapes = shapeRegions(await loadLayer('us-counties'), projectorOf('us-counties'))
const anyShape = () => shapes[Math.floor(next() * shapes.length)] ?? shapes[0]
const homes = Array.from({ length: territoryCount }, () => anyShape()?.label ?? ([0, 0] as const))
const nearestHome = (x: number, y: number): number => {
  const away = homes.map(([homeX, homeY]) => (homeX - x) ** 2 + (homeY - y) ** 2)
  return away.indexOf(Math.min(...away))
}
const xy = new Float32Array(pointCount * 2)
const groups = new Int16Array(pointCount)
for (let at = 0; at < pointCount; at++) {
  const [x, y] = anyShape()?.label ?? [0, 0]
  xy[at * 2] = x + (next() - 0.5) * 12
  xy[at * 2 + 1] = y + (next() - 0.5) * 12
  groups[at] = nearestHome(xy[at * 2] ?? 0, xy[at * 2 + 1] ?? 0)
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <MantineProvider theme={theme} cssVariablesResolver={themeVariables} forceColorScheme="light">
    <FormatProvider numberLocale="en-GB">
      <RegionMap
        title="Counties in 60 territories"
        summary="20,000 accounts."
        height={760}
        regions={{ shapes, groups: Int16Array.from(shapes, ({ label: [x, y] }) => nearestHome(x, y)) }}
        points={{ ids: Array.from({ length: pointCount }, (_, at) => `a${at}`), xy, groups }}
        groups={homes.map((_, at) => ({ key: `t${at}`, name: `Territory ${at + 1}` }))}
        bases={homes.map(([x, y], at) => ({ key: `b${at}`, name: `Home ${at + 1}`, x, y, group: at }))}
      />
    </FormatProvider>
  </MantineProvider>
)
