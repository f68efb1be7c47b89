/** Medians and ratios. */

/** The median; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** The median of ratios taken run by run: what disturbs a run disturbs both sides of its ratio. */
export function medianRatio(values: readonly number[], others: readonly number[]): number {
  return median(values.map((value, run) => value / (others[run] ?? NaN)));
}

/** A number with as many digits as mean something. */
export function plain(value: number | undefined, digits = 2): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en-GB');
  return value.toFixed(size >= 10 ? Math.min(digits, 1) : digits);
}

/** A median with the lowest and highest in brackets. */
export function spread(values: readonly number[], digits = 2): string {
  if (values.length === 0) return '–';
  return `${plain(median(values), digits)} (${plain(Math.min(...values), digits)} to ${plain(Math.max(...values), digits)})`;
}
