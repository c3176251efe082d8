// The part of autocannon 9 that is used; it ships no types.
declare module 'autocannon' {
  interface Request {
    path: string
    headers: Record<string, string>
  }
  interface Options {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    requests: Request[]
    setupClient(client: { setRequests(requests: Request[]): void }): void
  }
  interface Result {
    /** Seconds. */
    duration: number
    '2xx': number
    non2xx: number
    /** Time-outs included. */
    errors: number
    /** Milliseconds. */
    latency: { p50: number; p99: number }
  }
  export default function autocannon(options: Options): Promise<Result>
}
