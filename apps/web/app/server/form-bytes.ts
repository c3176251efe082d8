const MEGABYTE = 1024 * 1024

/** The most a form may send. */
const FORM = 2 * MEGABYTE

/** Forms that carry a file, by how their path begins, the longest first. */
const UPLOADS: readonly [path: string, bytes: number][] = [
  ['/dang-vien/doi-chieu/moi', 32 * MEGABYTE],
  ['/dang-vien/nhap/moi', 32 * MEGABYTE],
  // Scans of decisions, photographs, signed letters.
  ['/dang-vien/', 12 * MEGABYTE],
  ['/quan-tri/', 12 * MEGABYTE],
  ['/to-chuc/', 12 * MEGABYTE],
  ['/toi/', 12 * MEGABYTE],
]

/** How many bytes a post to a path may have; scripts post to the path with `.data` after it. */
export const formBytes = (path: string): number =>
  UPLOADS.find(([start]) => `${path.replace(/\.data$/, '')}/`.startsWith(start))?.[1] ?? FORM
