// Answers every message with itself.
if (process.parentPort) {
  process.parentPort.on('message', ({ ports: [port] }) => {
    port.on('message', ({ data }) => port.postMessage(data))
    port.start()
  })
} else {
  process.on('message', (data) => process.send(data))
  process.on('disconnect', () => process.exit(0))
}
