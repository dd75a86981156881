/** The header that says which version was seen, so that nothing of somebody else is overwritten. */
export const seen = ({ version }: { readonly version: number }) => ({ 'If-Match': `"${version}"` });
