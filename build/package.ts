// `npm run package`: an unpacked application of this platform.
require('./needs-npm.cjs')('package')
