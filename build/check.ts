// `npm run check`: types, lint, architecture, dead code, translations.
require('./needs-npm.cjs')('check')
