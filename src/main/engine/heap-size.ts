// Keeps the engine's memory small: V8 lets a heap grow to several times what is in use before it looks for garbage, which a long import
// would make use of. Asked at the start, it holds for the engine's thread and all its workers.
import { setFlagsFromString } from 'node:v8'

/** How much a heap may grow over what is in use before garbage is collected, in percent. */
const growthPercent = 25

/** The young generation of a worker's heap, in MB: less than usual, and no slower where a little garbage is made all the time. */
export const workerYoungMb = 12

export const keepHeapsSmall = (): void => setFlagsFromString(`--heap-growing-percent=${growthPercent}`)
