/// <reference types="vite/client" />
/// <reference types="@remix-run/node" />

declare module 'virtual:remix/server-build' {
  import type { ServerBuild } from '@remix-run/node'

  const build: ServerBuild
  export = build
}
