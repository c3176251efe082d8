/** The title that the page's loader named. */
export const titleMeta = ({ data }: { data: unknown }) => [
  { title: data && typeof data === 'object' && 'title' in data ? String(data.title) : undefined },
]
