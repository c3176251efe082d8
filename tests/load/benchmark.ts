import type { Instance } from './instance'

/** What one measurement found. */
export interface Measurement {
  /** What was varied. */
  case: string
  value: number
  unit: string
  /** `value` against `against`, both taken in this run; 1 is as good as what it is held against, less is worse. */
  ratio: number
  against: string
  /** The aim as it stands in the issue; null where there is none, and then `ok` is true. */
  target: string | null
  ok: boolean
  /** Requests that failed, or answers of another status. */
  lost?: number
  /** Milliseconds within which half of the answers came. */
  p50?: number
  p99?: number
}

/** A row of the JSON that `--json` writes. `load` is the machine's 1-minute load average when the benchmark began. */
export interface Figure extends Measurement {
  name: string
  load: number
}

/** What a benchmark is given to work with. */
export interface Bench {
  /** How often each measurement is repeated; what is reported is the median. */
  rounds: number
  /** Length of one burst of requests. */
  seconds: number
  /** Folder that takes a CPU profile of the site or the worker under load, when one is wanted. */
  profile?: string
  /** A database and an object store of this run's own, started at first use and shared by its benchmarks. */
  instance(): Promise<Instance>
  /** Has `end` run when the run is over or broken off, last come first served. It must bear being run twice. */
  onClose(end: () => Promise<void>): void
  /** Says on standard error how far it is. */
  say(line: string): void
}

/** A file of `benchmarks/` exports one as `benchmark`; the file's name is the benchmark's. */
export interface Benchmark {
  run(bench: Bench): Promise<Measurement[]>
}
