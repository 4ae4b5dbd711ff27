// Seeded numbers from 0 to 1 for the tests of geography (Park and Miller's generator).
export function seededNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}
