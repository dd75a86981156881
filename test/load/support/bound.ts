/** One line of the result: something measured, and what it may be at the most or must be at the least. */
export interface Bound {
  readonly what: string;
  /** How the value came about, such as the two medians of a ratio. */
  readonly measured: string;
  readonly value: number;
  readonly limit: { readonly atMost: number } | { readonly atLeast: number };
}

/** How many times over (or under) its limit a value is: up to 1 is within. */
export function excess({ value, limit }: Bound): number {
  return 'atMost' in limit ? value / limit.atMost : limit.atLeast / value;
}

export function printBounds(bounds: readonly Bound[]): void {
  const rows = bounds.map((bound) => [
    bound.what,
    bound.measured,
    bound.value.toFixed(2),
    'atMost' in bound.limit ? `<= ${bound.limit.atMost}` : `>= ${bound.limit.atLeast}`,
    excess(bound) <= 1 ? 'ok' : 'OVER',
  ]);
  const table = [['what', 'measured', 'value', 'bound', ''], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    );
  }
}
