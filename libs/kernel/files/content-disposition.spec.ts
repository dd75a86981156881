import { contentDisposition } from './content-disposition.js';

describe('the header that offers a file', () => {
  it.each([
    ['Gedragscode 2026.pdf', 'attachment; filename="Gedragscode 2026.pdf"'],
    ['Privébelangen.pdf', `attachment; filename=Privebelangen.pdf; filename*=UTF-8''Priv%C3%A9belangen.pdf`],
    ['政策.pdf', `attachment; filename=__.pdf; filename*=UTF-8''%E6%94%BF%E7%AD%96.pdf`],
    ['a"b.pdf', `attachment; filename=a_b.pdf; filename*=UTF-8''a%22b.pdf`],
    ['100%41.pdf', `attachment; filename=100_41.pdf; filename*=UTF-8''100%2541.pdf`],
  ])('%s', (name, header) => {
    expect(contentDisposition({ name })).toBe(header);
  });

  it('can show the file in the browser instead', () => {
    expect(contentDisposition({ name: 'a b.pdf' }, 'inline')).toBe('inline; filename="a b.pdf"');
  });
});
