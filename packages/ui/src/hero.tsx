export interface HeroProps {
  /** Address of the emblem. */
  emblem: string
  title: string
  lead?: string
}

/** The province's face: emblem, name of the application and whose it is, over the province's ground. */
export function Hero({ emblem, title, lead }: HeroProps) {
  return (
    <div className="hero">
      <img src={emblem} alt="" width={112} height={112} />
      <h1>{title}</h1>
      {lead ? <p>{lead}</p> : null}
    </div>
  )
}
