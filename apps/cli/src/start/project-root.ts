import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// This file is bundled into apps/cli/build.
const build = dirname(fileURLToPath(import.meta.url))

/** The clone's own folder. */
export const projectRoot = resolve(build, '../../..')

/** Loaded first by each child: ends it when the process that started it is gone. */
export const watchModule = pathToFileURL(join(projectRoot, 'apps/cli/bootstrap/end-with-parent.mjs')).href
