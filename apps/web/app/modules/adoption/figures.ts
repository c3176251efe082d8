import type { TargetFigure } from '@sotay/domain/adoption'

/** The share of a base that is reached, in percent; nothing of nobody. */
export const percentOf = ({ base, reached }: Pick<TargetFigure, 'base' | 'reached'>): number | null =>
  base && reached !== null ? (reached / base) * 100 : null

/** The first target that has figures: the one charts are drawn of. */
export const mainIndex = (figures: TargetFigure[]): number => figures.findIndex(({ base }) => base !== null)
