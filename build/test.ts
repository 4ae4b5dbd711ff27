// `npm test`: unit, engine, screen and architecture tests, then the built application in a real window.
require('./needs-npm.cjs')('test')
