/** A size for people. */
export const megabytes = (bytes: number | null): string =>
  bytes === null ? '–' : `${(bytes / 1024 / 1024).toLocaleString('vi', { maximumFractionDigits: 1 })} MB`
