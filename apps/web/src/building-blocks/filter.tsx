import type { ReactNode } from 'react';
import { Label, Select } from '../ui.js';

interface FilterProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly children: ReactNode;
}

/** One choice that a list is held against. */
export function Filter({ id, label, value, choose, children }: FilterProps) {
  return (
    <div className="filter">
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {children}
      </Select>
    </div>
  );
}
