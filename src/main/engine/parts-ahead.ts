// Keeps a worker from sending parts faster than they are taken, so that memory stays bounded: both ends count the parts under way in
// memory they share, and the sender stands still while there are too many.

const most = 3
const waitMs = 200

export type SharedCount = Int32Array<SharedArrayBuffer>

export const newCount = (): SharedCount => new Int32Array(new SharedArrayBuffer(4))

/** The sender's side: waits until there is room for one more part, and counts it. */
export function countSent(underWay: SharedCount): void {
  for (let count = Atomics.load(underWay, 0); count >= most; count = Atomics.load(underWay, 0))
    Atomics.wait(underWay, 0, count, waitMs)
  Atomics.add(underWay, 0, 1)
}

/** The taker's side. */
export function countTaken(underWay: SharedCount): void {
  Atomics.sub(underWay, 0, 1)
  Atomics.notify(underWay, 0)
}
