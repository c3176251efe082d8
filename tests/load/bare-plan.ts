import type { PageName } from './pages'
import type { Visitor } from './visitors'

/** A page as the site answered it once. */
export interface Kept {
  headers: Record<string, string | string[]>
  body: string
}

/** What the bare handler works from, as JSON in the file that its argument names. */
export interface BarePlan {
  page: PageName
  visitors: (Visitor & Kept)[]
}
