/** The colours of the product as charts use them. Every pair of text and ground has a contrast of 4.5 or more. */
export const palette = {
  text: '#1a2530',
  muted: '#52606b',
  strong: '#0b5a7a',
  middle: '#8fbdd0',
  gridLine: '#d5dce1',
  axis: '#5b6873',
  paper: '#ffffff',
} as const;
