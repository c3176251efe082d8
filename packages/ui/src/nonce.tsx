import { createContext, useContext } from 'react'

const NonceContext = createContext<string | undefined>(undefined)

/** Gives the page's scripts their nonce; the browser keeps it to itself, so there is none after hydration. */
export const NonceProvider = NonceContext.Provider
export const useNonce = () => useContext(NonceContext)
