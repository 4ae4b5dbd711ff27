// How screens ask the engine: useQuery keeps an answer and asks again when what it depends on has changed; useCommand and
// useJob do something and announce what came of it.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { AppError, ArgsOf, FailureOf, Method, MethodOfKind, ReplyOf, ResultOf } from '#shared/contract/index.ts'
import { type Domain, domains, listSources } from '#shared/domains.ts'
import type { CommandLabel, Progress } from '#shared/workspace/types.ts'
import { engine } from './engine.ts'
import { announce } from './outcomes.ts'

interface Answer {
  value?: unknown
  error?: AppError
  isLoading: boolean
}

type Readable = MethodOfKind<'query' | 'service'>

interface LateQuery {
  /** What its answer depends on, where that is less than all that its domain may use. */
  readonly sources: readonly string[]
  /** Lets what the user waits for go first, and changes that come in a row be one question. */
  readonly waitMs: number
}

/** Queries that look at everything in the file and are always watched (the status bar shows them). */
const lateQueries: Partial<Record<Readable, LateQuery>> = {
  'import.listQualityScores': { sources: ['import', 'crm', 'people', 'playbook', 'workspace'], waitMs: 300 }
}

/** Topics beside those of a query's domain: results that are kept in the background have one of their own. */
const furtherSources: Partial<Record<Readable, readonly string[]>> = {
  'forecasts.accuracy': ['snapshots'],
  'forecasts.samePointBand': ['snapshots'],
  'forecasts.snapshotsDue': ['snapshots']
}

class CachedQuery {
  readonly method: Readable
  readonly args: unknown
  readonly sources: ReadonlySet<string>
  answer: Answer = { isLoading: true }
  readonly #listeners = new Set<() => void>()
  #asked = 0
  /** Nobody waited for a late query any more: whoever watches next asks anew. */
  #isPutOff = false

  constructor(method: Readable, args: unknown) {
    this.method = method
    this.args = args
    const domain = method.slice(0, method.indexOf('.'))
    this.sources = new Set<string>([
      ...(lateQueries[method]?.sources ?? (domain in domains ? listSources(domain as Domain) : [domain])),
      ...(furtherSources[method] ?? [])
    ])
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener)
    if (this.#isPutOff) void this.ask()
    return () => this.#listeners.delete(listener)
  }

  async ask(): Promise<void> {
    const turn = ++this.#asked
    this.#isPutOff = false
    this.#set({ ...this.answer, isLoading: true })
    const late = lateQueries[this.method]
    if (late !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, late.waitMs))
      if (turn !== this.#asked) return
      this.#isPutOff = !this.isWatched
      if (this.#isPutOff) return
    }
    const reply = await engine.ask(this.method, this.args as ArgsOf<Readable>)
    // A later question has overtaken this one: its answer counts.
    if (turn !== this.#asked) return
    this.#set(
      reply.ok ? { value: reply.value, isLoading: false } : { error: reply.error as AppError, isLoading: false }
    )
  }

  #set(answer: Answer): void {
    this.answer = answer
    for (const listener of this.#listeners) listener()
  }
}

const keptUnwatched = 60
const cache = new Map<string, CachedQuery>()

function findQuery(method: Readable, args: unknown): CachedQuery {
  const key = `${method} ${JSON.stringify(args)}`
  let query = cache.get(key)
  if (query === undefined) {
    query = new CachedQuery(method, args)
    cache.set(key, query)
    void query.ask()
    if (cache.size > keptUnwatched) dropUnwatched()
  }
  return query
}

function dropUnwatched(): void {
  for (const [key, query] of cache) {
    if (cache.size <= keptUnwatched) return
    if (!query.isWatched && !query.answer.isLoading) cache.delete(key)
  }
}

/** Another file is open: nothing known of the old one holds. */
export function forgetAnswers(): void {
  for (const [key, query] of cache) {
    if (query.isWatched) void query.ask()
    else cache.delete(key)
  }
}

/** What the newest undo step is called: the news of a change comes before the reply of the command that made it. */
let newestStep: CommandLabel | null = null

engine.listen((news) => {
  if (news.type === 'workspace' || news.type === 'attached') forgetAnswers()
  if (news.type !== 'changed') return
  newestStep = news.undo.undo
  for (const [key, query] of cache) {
    if (!news.topics.some((topic) => query.sources.has(topic))) continue
    if (query.isWatched) void query.ask()
    else cache.delete(key)
  }
})

const waiting: Answer = { isLoading: false }
const neverChanges = () => () => undefined

export interface QueryState<M extends Method> {
  value?: ResultOf<M>
  error?: FailureOf<M>
  isLoading: boolean
  reload(): void
}

/** Asks once per method and arguments and keeps the answer fresh. `null` arguments: don't ask yet. The old value stays while a new one is on its way. */
export function useQuery<M extends Readable>(method: M, args: ArgsOf<M> | null): QueryState<M> {
  const query = args === null ? undefined : findQuery(method, args)
  const answer = useSyncExternalStore(
    query ? (listener) => query.watch(listener) : neverChanges,
    () => query?.answer ?? waiting
  )
  // While other arguments load, the last answer stays on the screen instead of a blank.
  const last = useRef<Answer>(waiting)
  if (!answer.isLoading || answer.value !== undefined) last.current = answer
  const shown =
    answer.value === undefined && answer.error === undefined && answer.isLoading
      ? { ...last.current, isLoading: true }
      : answer
  const reload = useCallback(() => void query?.ask(), [query])
  return { ...(shown as Omit<QueryState<M>, 'reload'>), reload }
}

interface Quiet {
  /** No notification: the caller shows the error itself. */
  silent?: boolean
}

export function useCommand<M extends MethodOfKind<'command' | 'service'>>(
  method: M,
  { silent = false }: Quiet = {}
): { run(args: ArgsOf<M>): Promise<ReplyOf<M>>; isBusy: boolean } {
  const [busy, setBusy] = useState(0)
  const run = useCallback(
    async (args: ArgsOf<M>) => {
      setBusy((count) => count + 1)
      try {
        return await runCommand(method, args, { silent })
      } finally {
        setBusy((count) => count - 1)
      }
    },
    [method, silent]
  )
  return { run, isBusy: busy > 0 }
}

/** A command outside a component. */
export async function runCommand<M extends MethodOfKind<'command' | 'service'>>(
  method: M,
  args: ArgsOf<M>,
  { silent = false }: Quiet = {}
): Promise<ReplyOf<M>> {
  const reply = await engine.call(method, args).reply
  settle(method, reply as ReplyOf<Method>, silent)
  return reply
}

function settle(method: Method, reply: ReplyOf<Method>, silent: boolean): void {
  if (!reply.ok) {
    if (!silent) announce({ kind: 'failed', error: reply.error as AppError })
    return
  }
  // A command that changed nothing made no step, and there is nothing to say.
  if (newestStep?.method === method) announce({ kind: 'done', label: newestStep })
  newestStep = null
}

export function useJob<M extends MethodOfKind<'job'>>(
  method: M,
  { silent = false }: Quiet = {}
): { run(args: ArgsOf<M>): Promise<ReplyOf<M>>; progress: Progress | undefined; cancel(): void; isBusy: boolean } {
  const [progress, setProgress] = useState<Progress>()
  const [isBusy, setBusy] = useState(false)
  const cancelRunning = useRef<() => void>(() => undefined)
  useEffect(() => () => cancelRunning.current(), [])
  const run = useCallback(
    async (args: ArgsOf<M>) => {
      setBusy(true)
      const handle = engine.call(method, args, setProgress)
      cancelRunning.current = handle.cancel
      const reply = await handle.reply
      cancelRunning.current = () => undefined
      setBusy(false)
      setProgress(undefined)
      settle(method, reply as ReplyOf<Method>, silent)
      return reply
    },
    [method, silent]
  )
  const cancel = useCallback(() => cancelRunning.current(), [])
  return { run, progress, cancel, isBusy }
}
