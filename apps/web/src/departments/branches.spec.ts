import { branches } from './branches.js';

const directorate = { id: 'directorate', parentId: null };
const cluster = { id: 'cluster', parentId: 'directorate' };
const team = { id: 'team', parentId: 'cluster' };

describe('the branches of the organisation', () => {
  it('are what stands directly below', () => {
    expect(branches([directorate, cluster, team], 'directorate')).toEqual([cluster]);
    expect(branches([directorate, cluster, team], 'team')).toEqual([]);
  });

  it('begin at the top', () => {
    expect(branches([directorate, cluster, team], null)).toEqual([directorate]);
  });

  it('lose nothing of which the parent is not there on that day', () => {
    expect(branches([directorate, team], null)).toEqual([directorate, team]);
  });
});
