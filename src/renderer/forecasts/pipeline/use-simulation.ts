// The state of the pipeline and its simulation, which runs by itself when there is none or when what it stands on has changed, until it is stopped.
import { useCallback, useEffect, useRef, useState } from 'react'
import { useJob, useQuery } from '#renderer/engine-client.ts'
import type { FailureOf } from '#shared/contract/index.ts'
import type { PipelineChoices, PipelineOverview } from '#shared/forecasts/pipeline-view-types.ts'
import type { ScenarioId } from '#shared/plans/types.ts'

type Failure = FailureOf<'forecasts.simulatePipeline'>

export interface Simulation {
  readonly overview: PipelineOverview | undefined
  readonly error: FailureOf<'forecasts.pipelineOverview'> | undefined
  readonly isRunning: boolean
  /** Stopped by the user or failed: it doesn't begin again by itself. */
  readonly isHalted: boolean
  readonly failure: Failure | undefined
  readonly progress: { readonly done: number; readonly total: number; readonly what: string } | undefined
  /** One more with each run, from 1 on: what shows its deals asks for them at the first and again at each. */
  readonly turn: number
  run(): void
  cancel(): void
  reload(): void
}

export function useSimulation(scenarioId: ScenarioId, choices: PipelineChoices): Simulation {
  const asked = { scenarioId, ...choices }
  const state = useQuery('forecasts.pipelineOverview', asked)
  const { run: simulate, ...job } = useJob('forecasts.simulatePipeline', { silent: true })
  const [isRunning, setRunning] = useState(false)
  const [isHalted, setHalted] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [turn, setTurn] = useState(1)
  const { reload, value } = state
  const key = JSON.stringify(asked)
  const latest = useRef(asked)
  latest.current = asked

  const run = useCallback(async () => {
    setRunning(true)
    setHalted(false)
    setFailure(undefined)
    const reply = await simulate(latest.current)
    if (!reply.ok) {
      setHalted(true)
      if (reply.error.code !== 'engine.cancelled') setFailure(reply.error)
    }
    // Asked again before it counts as over, so that the old answer isn't taken for the state after the run.
    reload()
    setTurn((before) => before + 1)
    setRunning(false)
  }, [simulate, reload])

  // Other choices are a new question.
  useEffect(() => {
    if (key !== '') setHalted(false)
  }, [key])

  const { result } = value ?? {}
  const isWanted =
    value !== undefined &&
    value.open.deals > 0 &&
    (result === null || result?.hasNewRows === true || result?.hasOtherChoices === true)
  const isDue = isWanted && !state.isLoading && !isRunning && !isHalted
  useEffect(() => {
    if (isDue) void run()
  }, [isDue, run])

  return {
    overview: value,
    error: state.error,
    isRunning,
    isHalted,
    failure,
    progress: job.progress && { ...job.progress, total: job.progress.total ?? 0 },
    turn,
    run: () => void run(),
    cancel: job.cancel,
    reload
  }
}
