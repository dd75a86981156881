import { changedIn, type Conflict, merged, theirsAt } from './merge.js';

const begun = { name: 'Griffie', code: 'GR', managerId: { id: '1', name: 'Anna' }, steps: [{ body: 'B&W' }] };

const after = (mine: object, theirs: object): Conflict => ({
  begun,
  mine: { ...begun, ...mine },
  theirs: { ...begun, ...theirs },
});

describe('a record that two people change at the same time', () => {
  it('keeps what was changed here, and takes the rest as the other left it', () => {
    expect(merged(after({ name: 'Raad' }, { name: 'Staf', code: 'ST' }))).toEqual({
      ...begun,
      name: 'Raad',
      code: 'ST',
    });
  });

  it('never makes one list out of two', () => {
    const mine = { steps: [{ body: 'OR' }, { body: 'B&W' }] };
    const conflict = after(mine, { steps: [{ body: 'B&W' }, { body: 'Raad' }, { body: 'OR' }] });
    expect(merged(conflict)).toMatchObject(mine);
  });

  it('tells what the other wrote in a field that was changed here too', () => {
    const bert = { id: '2', name: 'Bert' };
    const conflict = after(
      { name: 'Raad', managerId: { id: '3', name: 'Cas' } },
      { name: '', managerId: bert },
    );
    expect(theirsAt(conflict, 'name')).toBe('');
    expect(theirsAt(conflict, 'managerId')).toEqual(bert);
    expect(theirsAt(after({ steps: [{ body: 'OR' }] }, { steps: [{ body: 'Raad' }] }), 'steps.0.body')).toBe(
      'Raad',
    );
  });

  it('tells what the other wrote anywhere in a list that goes as a whole', () => {
    const mine = { steps: [{ body: 'B&W' }, { body: 'OR' }] };
    expect(theirsAt(after(mine, { steps: [{ body: 'Raad' }] }), 'steps.0.body')).toBe('Raad');
  });

  it('tells nothing where only one of them wrote, or both the same', () => {
    expect(theirsAt(after({ name: 'Raad' }, { code: 'ST' }), 'name')).toBeUndefined();
    expect(theirsAt(after({ name: 'Raad' }, { code: 'ST' }), 'code')).toBeUndefined();
    expect(theirsAt(after({ name: 'Raad' }, { name: 'Raad' }), 'name')).toBeUndefined();
  });

  it('is saved with no more than what was changed', () => {
    expect(changedIn({ ...begun, code: 'ST', managerId: { id: '1', name: 'Anna' } }, begun)).toEqual({
      code: 'ST',
    });
  });
});
