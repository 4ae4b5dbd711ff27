// `npm start`: builds the application if its source changed, and opens it.
require('./needs-npm.cjs')('start')
