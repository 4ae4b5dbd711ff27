// Joins the window's client to the engine of a test workspace, with its news, without processes between them.
import type { EngineClient } from '#renderer/engine.ts'
import type { Method } from '#shared/contract/index.ts'
import type { FromEngine, ToEngine } from '#shared/contract/messages.ts'
import type { TestWorkspace } from '../helpers/workspace.ts'

export function attachEngine(engine: EngineClient, workspace: TestWorkspace): void {
  let tell: (message: FromEngine) => void = () => undefined
  const news = () => {
    const topics = workspace.takeTopics()
    if (topics.length > 0) tell({ type: 'changed', topics, undo: workspace.session.undoState() })
  }
  const call = workspace.call
  // Calls of the test itself (an undo) are told to the window as another window's would be.
  workspace.call = async (method, args) => {
    const value = await call(method, args)
    news()
    return value
  }
  engine.attach({
    post: (message: ToEngine) => {
      if (message.type !== 'call') return
      const { id, method, args } = message
      void workspace.reply(method as Method, args as never).then((reply) => {
        news()
        tell({ type: 'reply', id, reply: reply as Extract<FromEngine, { type: 'reply' }>['reply'] })
      })
    },
    listen: (listener) => {
      tell = listener
    }
  })
}
