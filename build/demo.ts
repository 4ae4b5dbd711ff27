// `npm run demo`: the whole main job without a hand, in a real Electron; what it made lies in out/demo/.
require('./needs-npm.cjs')('demo')
