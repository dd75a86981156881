/** Where whoever runs the year sees how far a round is. */
export function roundPath(year: number, quarter: number): string {
  return `/annual-cycles/${year}/progress/${quarter}`;
}

/** Where an owner reports on all their actions of a round. */
export function ownRoundPath(year: number, quarter: number): string {
  return `${roundPath(year, quarter)}/own`;
}
