// The embedded object store runs in a process of its own: see `start/embedded-store.ts`.
import '@sotay/embedded/object-store'
