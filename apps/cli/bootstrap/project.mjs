import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone's own folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

/** Keeps back a library's notice about Node versions to come; it says nothing about this installation. */
export const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
