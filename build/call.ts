// `npm run call -- FILE METHOD JSON`: any call of the contract, without a window.
require('./needs-npm.cjs')('call')
