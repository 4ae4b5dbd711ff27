// `npm run bench`: how fast it starts, answers and opens, as ratios against bare Electron.
require('./needs-npm.cjs')('bench')
