export interface Versioned {
  readonly version: number;
}

/** The header that says which version was seen, so that nothing of somebody else is overwritten. */
export const seen = ({ version }: Versioned) => ({ 'If-Match': `"${version}"` });
