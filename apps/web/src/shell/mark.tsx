import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import { logoAddress } from '../house-style/wearing.js';

/** The logo of the organisation; for one that has not given any, a shield. */
export function Mark() {
  const style = useQuery(queries.houseStyle).data;
  // The name stands beside it.
  if (style?.hasLogo) return <img className="mark" src={logoAddress(style)} alt="" />;
  return (
    <svg className="mark" viewBox="0 0 36 42" width="36" height="42" aria-hidden="true" focusable="false">
      <path className="mark-ground" d="M1 1h34v22c0 9-7 15-17 18C8 38 1 32 1 23Z" />
      <path className="mark-sign" d="m9 20 6.5 6.5L27 14" />
    </svg>
  );
}
