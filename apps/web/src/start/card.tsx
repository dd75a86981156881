import type { ReactNode } from 'react';

interface CardProps {
  readonly number: number;
  /** One line on what the number means. */
  readonly note: string;
  /** Only this gets the edge that draws the eye. */
  readonly needsAction?: boolean;
  /** The link to what it counts. */
  readonly children: ReactNode;
}

export function Card({ number, note, needsAction = false, children }: CardProps) {
  return (
    <li className={needsAction ? 'card card-action' : 'card'}>
      <span className="card-number">{number}</span>
      {children}
      <span className="card-note">{note}</span>
    </li>
  );
}
