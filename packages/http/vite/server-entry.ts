import type { Plugin } from 'vite'

/**
 * The server's entry is ours; it takes Remix's build as a module, so that all of it is one bundle.
 * @param entry path of the app's own server, from its folder
 */
export const serverEntry = (entry: string): Plugin => ({
  name: 'sotay:server-entry',
  enforce: 'post',
  config: (_, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: entry } } } : {}),
})
