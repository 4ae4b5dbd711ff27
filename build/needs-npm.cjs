// The door to every script: says in words when the wrong Node or no packages are at hand, where Node's own message would be
// about file extensions. The real work is in build/steps/, which is TypeScript that Node 24 runs as it is.
const { existsSync } = require('node:fs')
const { join } = require('node:path')

const isInstalled = existsSync(join(__dirname, '..', 'node_modules', 'node', 'package.json'))

module.exports = function runStep(name) {
  const npmScript = require('../package.json').scripts[name] ? `npm run ${name}` : `npx node build/${name}.ts`
  if (!isInstalled) {
    console.error(`The packages are not installed yet. Run: npm ci && ${npmScript}`)
    process.exit(1)
  }
  if (Number(process.versions.node.split('.')[0]) < 24) {
    console.error(
      `This is Node ${process.versions.node}; the scripts need Node 24, which npm brings. Run: ${npmScript}`
    )
    process.exit(1)
  }
  import(`./steps/${name}.ts`)
}
