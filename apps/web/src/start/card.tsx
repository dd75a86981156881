import { Link } from '@tanstack/react-router';
import type { BlockSearch } from '../building-blocks/block-search.js';

export interface CardProps {
  readonly number: number;
  readonly label: string;
  /** One line on what the number means. */
  readonly note: string;
  /** Only this gets the edge that draws the eye. */
  readonly needsAction?: boolean;
  /** The building blocks it counts; absent when it counts something else. */
  readonly search?: BlockSearch;
}

export function Card({ number, label, note, needsAction = false, search }: CardProps) {
  return (
    <li className={needsAction ? 'card card-action' : 'card'}>
      <span className="card-number">{number}</span>
      {search ? (
        <Link to="/building-blocks" search={search}>
          {label}
        </Link>
      ) : (
        <span>{label}</span>
      )}
      <span className="card-note">{note}</span>
    </li>
  );
}
