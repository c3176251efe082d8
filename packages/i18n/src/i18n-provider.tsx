import { createContext, type ReactNode, useContext } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { I18n } from './create-i18n'

const ZoneContext = createContext<string | undefined>(undefined)

/** Gives the tree its texts and the province's time zone (IANA name). */
export function I18nProvider({ i18n, zone, children }: { i18n: I18n; zone: string; children: ReactNode }) {
  return (
    <ZoneContext.Provider value={zone}>
      <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
    </ZoneContext.Provider>
  )
}

/** @throws Error outside I18nProvider */
export function useZone(): string {
  const zone = useContext(ZoneContext)
  if (!zone) throw new Error('I18nProvider is missing above this component')
  return zone
}
