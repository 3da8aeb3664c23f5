/** The middle one of some measures; of an even number, the upper of the two in the middle. */
export const medianOf = (measures: readonly number[]): number =>
  measures.toSorted((a, b) => a - b)[Math.floor(measures.length / 2)] ?? Number.NaN;
