import type { TFunction } from 'i18next';
import type { UseFormReturn } from 'react-hook-form';
import { ProblemError, UnreachableError } from '../api/problem.js';
import { faultsAt, showFaults } from './faults.js';

const t = ((key: string) => key) as TFunction;
const problem = (faults: { path: string; message: string }[], detail = 'De gegevens kloppen niet') =>
  new ProblemError({
    type: '/problems/invalid-input',
    title: detail,
    status: 400,
    detail,
    instance: '',
    errors: faults.map((fault) => ({ ...fault, code: 'wrong' })),
  });

/** What stands where in the form after that went wrong. */
function shown(error: unknown, values: object): Record<string, string> {
  const told: Record<string, string> = {};
  const form = {
    getValues: () => values,
    setError: (path: string, { message }: { message: string }) => (told[path] = message),
  };
  showFaults(form as unknown as UseFormReturn, error, t);
  return told;
}

describe('what the server has against the input', () => {
  const values = { name: '', steps: [{ body: '' }] };

  it('stands at the field it is about, also one of several steps', () => {
    const error = problem([
      { path: 'name', message: 'Te lang.' },
      { path: 'steps.0.body', message: 'Onbekend.' },
    ]);
    expect(shown(error, values)).toEqual({ name: 'Te lang.', 'steps.0.body': 'Onbekend.' });
  });

  it('stands above the form where it is about no field of it, also beside what is', () => {
    const error = problem([
      { path: 'name', message: 'Te lang.' },
      { path: 'from', message: 'Deze dag is geweest.' },
      { path: 'steps.1.body', message: 'Onbekend.' },
    ]);
    expect(shown(error, values)).toEqual({ name: 'Te lang.', root: 'Deze dag is geweest. Onbekend.' });
    expect(shown(problem([], 'Dat kan niet meer.'), values)).toEqual({ root: 'Dat kan niet meer.' });
  });

  it('is not made up: no answer, and a fault of our own, are told for what they are', () => {
    expect(shown(new UnreachableError(), values)).toEqual({ root: 'states.offline' });
    const told: string[] = [];
    const form = { setError: (_: string, { message }: { message: string }) => told.push(message) };
    const ours = new TypeError('x is undefined');
    expect(() => showFaults(form as unknown as UseFormReturn, ours, t)).toThrow(ours);
    expect(told).toEqual(['states.unexpected']);
  });
});

describe('the summary of what is wrong', () => {
  it('leads to every field, however deep it stands', () => {
    const steps = [undefined, { body: { type: 'required', message: 'Vul in wie' } }];
    expect(faultsAt({ type: 'server', message: 'Te lang' }, 'name')).toEqual([
      { path: 'name', message: 'Te lang' },
    ]);
    expect(faultsAt(steps, 'steps')).toEqual([{ path: 'steps.1.body', message: 'Vul in wie' }]);
    expect(faultsAt({ type: 'server', message: 'Niemand besluit' }, 'steps')).toHaveLength(1);
    expect(faultsAt(undefined, 'name')).toEqual([]);
  });
});
