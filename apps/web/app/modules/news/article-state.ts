import type { ArticleStatus } from '@sotay/domain/news'
import type { Status } from '@sotay/ui'

/** An article's state in the vocabulary of states that the whole site shares. */
export const stateOf = (status: ArticleStatus): Status => (status === 'submitted' ? 'pending' : status)
