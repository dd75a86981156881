import { partsOf, searchGuide } from './guide-search.js';
import { parseGuide } from './parse-guide.js';

const parts = partsOf(
  'rollen',
  parseGuide(
    `# Rollen

Een rol geeft rechten voor een periode.

## Een rol beëindigen

Kies **Beëindigen**. Vul een laatste dag in; laat u die leeg, dan stopt de rol meteen.

## Wie ziet dit?

De CISO, de auditor en de functionaris gegevensbescherming (FG). Een rol geven doet de beheerder.
`,
    'rollen',
  ),
);

const places = (question: string): readonly string[] =>
  searchGuide(parts, question).map(({ place }) => place);

describe('searching in the guide', () => {
  it('finds the part in which the words stand, wherever they stand in it', () => {
    expect(places('auditor')).toEqual(['rollen#wie-ziet-dit']);
    expect(places('laatste dag')).toEqual(['rollen#een-rol-beëindigen']);
  });

  it('asks for every word, by its beginning, whatever its capitals and accents', () => {
    expect(places('BEEIND')).toEqual(['rollen#een-rol-beëindigen']);
    expect(places('auditor periode')).toEqual([]);
    expect(places('eindigen')).toEqual([]);
  });

  it('puts the topic itself and the headings before what stands in a text', () => {
    expect(places('rol')).toEqual(['rollen', 'rollen#een-rol-beëindigen', 'rollen#wie-ziet-dit']);
    expect(places('een')).toEqual(['rollen#een-rol-beëindigen', 'rollen', 'rollen#wie-ziet-dit']);
  });

  it('shows what stands around the word', () => {
    const [found] = searchGuide(parts, 'leeg');
    expect(found?.excerpt).toBe(
      'Kies Beëindigen. Vul een laatste dag in; laat u die leeg, dan stopt de rol meteen.',
    );
  });

  it('finds nothing when nothing is asked', () => {
    expect(places('  ')).toEqual([]);
    expect(places('?!')).toEqual([]);
  });
});
