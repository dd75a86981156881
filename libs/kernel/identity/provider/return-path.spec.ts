import { returnPathPattern } from './return-path.js';

describe('where somebody comes back to', () => {
  it.each(['/', '/jaarcyclus/2027', '/acties?status=open&pagina=2#laatste', '/caf%C3%A9'])(
    'may be %s',
    (path) => {
      expect(path).toMatch(returnPathPattern);
      expect(new URL(path, 'https://hier.example').origin).toBe('https://hier.example');
    },
  );

  it.each([
    ['another scheme', 'https://elders.example'],
    ['another host', '//elders.example'],
    ['another host, as browsers read it', '/\\elders.example'],
    ['another host, once a browser has left out the tab', '/\t/elders.example'],
    ['another host, once a browser has left out the line break', '/\n/elders.example'],
    ['a script', 'javascript:alert(1)'],
    ['no path', 'jaarcyclus'],
    ['nothing', ''],
    ['a backslash further on', '/a\\..\\..\\elders.example'],
    ['a line break that would begin another header', '/a\r\nSet-Cookie: session=x'],
    ['letters outside ASCII', '/café'],
  ])('is not %s', (_, path) => {
    expect(path).not.toMatch(returnPathPattern);
  });
});
