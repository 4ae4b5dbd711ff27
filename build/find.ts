// `npm run find -- quotas`: every file of one domain, by layer.
require('./needs-npm.cjs')('find')
