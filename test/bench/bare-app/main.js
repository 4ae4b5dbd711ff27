// The least that an Electron application can be: one sandboxed window with a bare page, and an echo behind the same transport as
// the product's engine (a utility process, or a Node of its own where the runtime's Node-API is too old for the driver).
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, MessageChannelMain, utilityProcess } from 'electron'

const echo = join(import.meta.dirname, 'echo.js')
const isCurrent = Number(process.versions.napi) >= 10

app.setPath('userData', process.env.COMARCA_USER_DATA ?? app.getPath('userData'))
app.on('window-all-closed', () => app.quit())
app.whenReady().then(openWindow)

async function openWindow() {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs'), sandbox: true, contextIsolation: true }
  })
  await window.loadFile(join(import.meta.dirname, 'index.html'))
}

ipcMain.on('connect', (event) => {
  const { port1, port2 } = new MessageChannelMain()
  if (isCurrent) utilityProcess.fork(echo).postMessage('connect', [port1])
  else bridge(port1)
  event.sender.postMessage('port', undefined, [port2])
})

function bridge(port) {
  const child = fork(echo, { execPath: process.env.COMARCA_ENGINE_NODE, serialization: 'advanced' })
  port.on('message', ({ data }) => child.send(data))
  child.on('message', (data) => port.postMessage(data))
  port.start()
}
