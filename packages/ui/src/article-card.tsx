import type { ReactNode } from 'react'

export interface ArticleCardProps {
  href: string
  title: string
  lead?: string
  /** Who published it, such as the level or the column. */
  source?: string
  /** When, as a DateTime. */
  when?: ReactNode
  image?: { src: string; alt: string; width: number; height: number }
  /** A ListenButton. */
  listen?: ReactNode
  /** A StatusTag, in the newsroom. */
  status?: ReactNode
  /** Level of the heading in its page: 2 unless it stands under another heading. */
  level?: 2 | 3
}

export function ArticleCard({ href, title, lead, source, when, image, listen, status, level = 2 }: ArticleCardProps) {
  const Heading = `h${level}` as 'h2' | 'h3'
  return (
    <article className="article-card">
      {image ? <img {...image} alt={image.alt} loading="lazy" decoding="async" /> : null}
      <div>
        <Heading>
          <a href={href}>{title}</a>
        </Heading>
        {lead ? <p className="article-lead">{lead}</p> : null}
        <p className="meta">
          {source ? <span>{source}</span> : null}
          {when}
          {status}
        </p>
        {listen}
      </div>
    </article>
  )
}
