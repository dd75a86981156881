/** The place of the logo, for an organisation that has not given one. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 36 42" width="36" height="42" aria-hidden="true" focusable="false">
      <path className="mark-ground" d="M1 1h34v22c0 9-7 15-17 18C8 38 1 32 1 23Z" />
      <path className="mark-sign" d="m9 20 6.5 6.5L27 14" />
    </svg>
  );
}
