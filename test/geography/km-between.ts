// Great-circle kilometres for the tests of geography, written apart from the product.
export function kmBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const [x1, y1, x2, y2] = [a[0], a[1], b[0], b[1]].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
    number
  ]
  const half = Math.sin((y2 - y1) / 2) ** 2 + Math.cos(y1) * Math.cos(y2) * Math.sin((x2 - x1) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(half))
}
