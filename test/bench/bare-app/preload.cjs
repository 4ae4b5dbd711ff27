// Hands the page's port over, as the product's preload does.
const { ipcRenderer } = require('electron')

ipcRenderer.on('port', (event) => window.postMessage('port', '*', event.ports))
window.addEventListener('message', ({ data }) => {
  if (data === 'connect') ipcRenderer.send('connect')
})
