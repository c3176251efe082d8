/** The number of a letter as it is cited, `12/2024`; nothing before the decision. */
export const letterNumber = ({
  letterOrdinal,
  letterYear,
}: {
  letterOrdinal: number | null
  letterYear: number | null
}) => (letterOrdinal === null ? null : `${letterOrdinal}/${letterYear}`)
