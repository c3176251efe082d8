/** A unit's label in paths: the random end of its id, unique among siblings by the index on paths. */
const label = (id: string): string => id.slice(-12)

/** Path of a unit under its parent's; a root has its own label alone. */
export const childPath = (parent: string | undefined, id: string): string =>
  parent ? `${parent}.${label(id)}` : label(id)
