export const QUEUE = '/dang-vien/ho-so/de-nghi'

interface QueuePlace {
  search?: string
  reach?: 'own' | 'all'
  after?: string
}

/** Where a page of the queue is, with its filters. */
export function queueAddress({ search, reach, after }: QueuePlace): string {
  const query = new URLSearchParams()
  if (reach === 'all') query.set('cho', 'tat-ca')
  if (search) query.set('tim', search)
  if (after) query.set('sau', after)
  return query.size > 0 ? `${QUEUE}?${query}` : QUEUE
}
