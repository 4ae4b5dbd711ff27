// `npx node build/shot.ts`: pictures of screens, taken in the real application.
require('./needs-npm.cjs')('shot')
