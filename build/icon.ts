// `npx node build/icon.ts`: draws build/icon.png from build/icon.svg.
require('./needs-npm.cjs')('icon')
