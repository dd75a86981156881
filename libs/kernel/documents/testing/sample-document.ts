import { groupedBars, heatMap, stackedBars } from '@weerbaar/core/charts';
import { bold, bulletList, document, heading, link, orderedList, paragraph } from '@weerbaar/core/richtext';
import type { DocumentBlock, DocumentChapter, DocumentModel, DocumentTable } from '../document-model.js';

/** An annual report as a municipality publishes it: all kinds of parts, invented contents. */
export function sampleDocument(changes: Partial<DocumentModel> = {}): DocumentModel {
  return {
    language: 'nl',
    title: 'Jaarverslag integriteit 2025',
    subtitle:
      'Verantwoording over het integriteitsbeleid, de uitvoering van het jaarplan en de stand van de bouwstenen',
    publisher: 'Gemeente Voorbeeld',
    status: 'Vastgesteld op 14 april 2026',
    draft: false,
    edition: 'Openbare uitgave',
    issuedAt: '2026-04-14T10:00:00.000Z',
    keywords: ['integriteit', 'jaarverslag', 'Gemeente Voorbeeld'],
    colophon: [
      { label: 'Uitgave', value: 'Openbare uitgave' },
      {
        label: 'Status',
        value: 'Vastgesteld door het college van burgemeester en wethouders op 14 april 2026',
      },
      { label: 'Besproken met', value: 'De ondernemingsraad, op 24 maart 2026' },
      { label: 'Ter kennisname aan', value: 'De gemeenteraad' },
      { label: 'Cijfers', value: 'Momentopname van 31 januari 2026, kenmerk 01994f0e' },
      { label: 'Contact', value: 'Coördinator integriteit, integriteit@voorbeeld.example' },
    ],
    chapters: chapters(),
    ...changes,
  };
}

function chapters(): DocumentChapter[] {
  return [
    {
      id: 'foreword',
      title: 'Voorwoord',
      blocks: [
        text(
          'Inwoners moeten erop kunnen vertrouwen dat hun gemeente eerlijk en zorgvuldig werkt. Dat vertrouwen ontstaat niet door regels alleen, maar door wat wij elke dag doen. In dit verslag leest u hoe wij in 2025 aan integriteit hebben gewerkt, wat goed ging en wat beter moet.',
          'Wij danken iedereen die hieraan heeft bijgedragen, en vooral de collega’s die een lastig gesprek niet uit de weg gingen.',
        ),
      ],
    },
    {
      id: 'summary',
      number: '1',
      title: 'Samenvatting',
      blocks: [
        text(
          'Van de 24 acties uit het jaarplan zijn er 17 afgerond. Het beleid voor nevenwerkzaamheden is vernieuwd en alle leidinggevenden volgden de training over aanspreken en bespreken. Vier bouwstenen werken nog niet zoals bedoeld. Daarvoor staan acties in het jaarplan 2026.',
        ),
        {
          kind: 'key-figures',
          items: [
            { label: 'Acties afgerond', value: '17 van 24', note: 'In 2024: 13 van 22' },
            { label: 'Bouwstenen op orde in opzet', value: '38 van 45' },
            { label: 'Deelnemers aan trainingen', value: '412', note: '61% van de medewerkers' },
            { label: 'Opgaven van nevenwerkzaamheden', value: '1.038', note: 'Peildatum 31 december 2025' },
            { label: 'Besteed budget', value: '€ 84.250', note: 'Begroot: € 92.000' },
            {
              label: 'Vragen bij het informatiepunt',
              value: '96',
              note: 'Gemiddeld binnen 3 werkdagen beantwoord',
            },
          ],
        },
        {
          kind: 'notice',
          text: 'De cijfers over meldingen zijn afgerond of weggelaten waar ze naar personen te herleiden zijn.',
        },
      ],
    },
    {
      id: 'system',
      number: '2',
      title: 'Het integriteitssysteem',
      blocks: [
        text(
          'Ons integriteitssysteem bestaat uit acht thema’s met samen 45 bouwstenen. Van elke bouwsteen beoordelen wij drie dingen: is zij goed ontworpen (opzet), is zij aanwezig (bestaan) en werkt zij in de praktijk (werking).',
        ),
        {
          kind: 'chart',
          id: 'building-blocks',
          caption: 'Beoordeling van de bouwstenen per thema',
          chart: heatMapOfThemes(),
        },
        { kind: 'heading', level: 1, text: 'Stand per thema' },
        { kind: 'paragraph', text: 'De tabel laat per thema zien hoeveel bouwstenen op orde zijn.' },
        { kind: 'table', table: themesTable() },
      ],
    },
    {
      id: 'actions',
      number: '3',
      title: 'Uitvoering van het jaarplan',
      blocks: [
        text('In het jaarplan 2025 stonden 24 acties. Hieronder staat wat ervan terecht is gekomen.'),
        {
          kind: 'chart',
          id: 'actions-by-quarter',
          caption: 'Acties per kwartaal naar status',
          chart: actionsByQuarter(),
        },
        {
          kind: 'chart',
          id: 'plan-and-done',
          caption: 'Gepland en afgerond per thema',
          chart: plannedAndDone(),
        },
        { kind: 'heading', level: 1, text: 'Alle acties' },
        {
          kind: 'paragraph',
          text: 'Bedragen en uren zijn die van het plan. De status is die op 31 december 2025.',
        },
        { kind: 'table', table: sampleActions(24) },
      ],
    },
    {
      id: 'declarations',
      number: '4',
      title: 'Nevenwerkzaamheden en belangen',
      blocks: [
        {
          kind: 'richtext',
          body: document(
            paragraph(
              'Medewerkers geven nevenwerkzaamheden op die raken aan hun functie. De regels staan in de ',
              link('Ambtenarenwet 2017', 'https://wetten.overheid.nl/BWBR0001947'),
              '. In 2025 is de procedure ',
              bold('eenvoudiger'),
              ' gemaakt.',
            ),
            heading(1, 'Wat is veranderd'),
            bulletList([
              'Het formulier past nu op één pagina.',
              'Leidinggevenden krijgen na drie weken een herinnering.',
              'De openbare lijst van topfunctionarissen staat op de website en wordt elk kwartaal bijgewerkt, ook als er niets is gewijzigd.',
            ]),
            heading(2, 'Hoe een opgave verloopt'),
            orderedList([
              'De medewerker vult het formulier in.',
              'De leidinggevende beoordeelt de opgave.',
              'De medewerker krijgt het besluit met de reden.',
            ]),
          ),
        },
        { kind: 'table', table: declarationsTable() },
      ],
    },
    {
      id: 'entry',
      number: '5',
      title: 'In dienst komen',
      blocks: [
        text(
          'Iedere nieuwe medewerker legt de eed of belofte af en levert een verklaring omtrent het gedrag (VOG) in.',
        ),
        { kind: 'table', table: entryTable() },
      ],
    },
    {
      id: 'awareness',
      number: '6',
      title: 'Bewustwording en training',
      blocks: [
        text(
          'De trainingen gingen dit jaar over aanspreken, ongewenste omgangsvormen en het omgaan met vertrouwelijke informatie.',
        ),
        { kind: 'table', table: trainingTable() },
        {
          kind: 'chart',
          id: 'participants',
          caption: 'Deelnemers per training, begroot en bereikt',
          chart: participants(),
        },
      ],
    },
    {
      id: 'misconduct',
      number: '7',
      title: 'Meldingen en onderzoeken',
      blocks: [
        text(
          'Wie iets ziet dat niet klopt, kan dat melden bij de leidinggevende, een vertrouwenspersoon of het meldpunt.',
        ),
        {
          kind: 'notice',
          text: 'Dit register bestaat nog niet in het systeem. De cijfers volgen in het verslag over 2026.',
        },
        {
          kind: 'table',
          table: {
            ...declarationsTable(),
            caption: 'Meldingen naar soort',
            rows: [],
            source: 'Register meldingen, peildatum 31 december 2025',
          },
        },
      ],
    },
    { id: 'advisers', number: '8', title: 'Vertrouwenspersonen', blocks: [] },
    {
      id: 'custody',
      number: '9',
      title: 'Informatiebeveiliging',
      blocks: [
        text('Datalekken melden wij binnen 72 uur aan de Autoriteit Persoonsgegevens.'),
        { kind: 'table', table: incidentsTable() },
      ],
    },
    {
      id: 'risks',
      number: '10',
      title: 'Risico’s en kwetsbare functies',
      blocks: [
        text('Afdelingen bespreken elk jaar welke functies kwetsbaar zijn.'),
        { kind: 'table', table: riskTable() },
        { kind: 'table', table: budgetTable() },
      ],
    },
    {
      id: 'outlook',
      number: '11',
      title: 'Vooruitblik',
      blocks: [
        { kind: 'heading', level: 2, text: 'Wat wij in 2026 gaan doen' },
        text(
          'In 2026 ligt de nadruk op drie onderwerpen: de werking van de vier achterblijvende bouwstenen, een nieuw meldpunt en de integriteit van leveranciers.',
        ),
      ],
    },
    {
      id: 'definitions',
      number: 'A',
      title: 'Hoe is geteld',
      blocks: [{ kind: 'table', table: definitionsTable() }],
    },
  ];
}

function text(...paragraphs: string[]): DocumentBlock {
  return { kind: 'richtext', body: document(...paragraphs.map((content) => paragraph(content))) };
}

const themes = [
  'Beleid en organisatie',
  'Leiderschap en cultuur',
  'Indiensttreding en vertrek',
  'Nevenwerkzaamheden en belangen',
  'Melden en onderzoeken',
  'Omgang met informatie en middelen',
  'Risico’s en processen',
  'Leren en verantwoorden',
];

function themesTable(): DocumentTable {
  return {
    caption: 'Bouwstenen op orde, per thema',
    columns: [
      { label: 'Thema', measure: 'text' },
      { label: 'Bouwstenen', measure: 'count' },
      { label: 'Opzet', measure: 'count' },
      { label: 'Bestaan', measure: 'count' },
      { label: 'Werking', measure: 'count' },
      { label: 'Werkt zoals bedoeld', measure: 'percentage' },
    ],
    rows: themes.map((theme, index) => [
      theme,
      5 + (index % 3),
      5,
      4 + (index % 2),
      index === 4 ? null : 3 + (index % 3),
      index === 4 ? null : 60 + index * 4.5,
    ]),
    source: 'Register bouwstenen, peildatum 31 december 2025 (catalogue.blocks-by-theme)',
  };
}

/** The widest table of a report; with many rows also the longest. */
export function sampleActions(count: number): DocumentTable {
  const statuses = ['Afgerond', 'Loopt', 'Uitgesteld', 'Niet gestart'];
  const names = [
    'Gedragscode herzien en bespreken in alle teams',
    'Training aanspreken en bespreken voor leidinggevenden',
    'Openbare lijst van nevenwerkzaamheden op de website zetten',
    'Risicoanalyse kwetsbare functies bij vergunningverlening',
    'Procedure voor geschenken en uitnodigingen vereenvoudigen',
    'Introductieprogramma uitbreiden met een dilemmagesprek',
  ];
  return {
    caption: 'Acties uit het jaarplan 2025',
    columns: [
      { label: 'Nr.', measure: 'count' },
      { label: 'Bouwsteen', measure: 'text' },
      { label: 'Actie', measure: 'text' },
      { label: 'Beoogd resultaat', measure: 'text' },
      { label: 'Verantwoordelijke', measure: 'text' },
      { label: 'Kwartaal', measure: 'quarter' },
      { label: 'Budget', measure: 'euro' },
      { label: 'Uren', measure: 'hours' },
      { label: 'Prioriteit', measure: 'text' },
      { label: 'Status', measure: 'text' },
    ],
    rows: Array.from({ length: count }, (_, index) => [
      index + 1,
      `${1 + (index % 8)}${'abcdef'[index % 6] ?? 'a'}`,
      names[index % names.length] ?? '',
      index % 5 === 0
        ? 'Alle 38 teams hebben de code besproken en de uitkomst vastgelegd'
        : 'Vastgesteld en bekendgemaakt',
      index % 3 === 0 ? 'Coördinator integriteit' : 'Afdelingshoofd Personeel en Organisatie',
      `2025-Q${1 + (index % 4)}`,
      index % 4 === 3 ? null : 1250 * (1 + (index % 7)),
      8 + (index % 9) * 4,
      ['Hoog', 'Midden', 'Laag'][index % 3] ?? '',
      statuses[index % 7 < 4 ? 0 : index % 4] ?? '',
    ]),
    source: 'Register acties, peildatum 31 december 2025 (annual-cycle.actions)',
  };
}

function declarationsTable(): DocumentTable {
  return {
    caption: 'Opgaven van nevenwerkzaamheden naar besluit',
    columns: [
      { label: 'Besluit', measure: 'text' },
      { label: '2023', measure: 'count' },
      { label: '2024', measure: 'count' },
      { label: '2025', measure: 'count' },
      { label: 'Aandeel 2025', measure: 'percentage' },
    ],
    rows: [
      ['Geen bezwaar', 902, 948, 987, 95.1],
      ['Toegestaan onder voorwaarden', 31, 36, 42, 4],
      ['Niet toegestaan', 8, 7, 9, 0.9],
    ],
    source: 'Register opgaven, peildatum 31 december 2025',
  };
}

function entryTable(): DocumentTable {
  return {
    caption: 'Volledigheid van de dossiers van nieuwe medewerkers',
    columns: [
      { label: 'Onderdeel', measure: 'text' },
      { label: 'Aanwezig', measure: 'count' },
      { label: 'Ontbreekt', measure: 'count' },
      { label: 'Compleet', measure: 'percentage' },
    ],
    rows: [
      ['Eed of belofte afgelegd', 96, 3, 97],
      ['Verklaring omtrent het gedrag', 99, 0, 100],
      ['Gedragscode ontvangen en besproken', 81, 18, 81.8],
    ],
  };
}

function trainingTable(): DocumentTable {
  return {
    caption: 'Trainingen in 2025',
    columns: [
      { label: 'Training', measure: 'text' },
      { label: 'Datum', measure: 'day' },
      { label: 'Doelgroep', measure: 'text' },
      { label: 'Deelnemers', measure: 'count' },
    ],
    rows: [
      ['Aanspreken en bespreken', '2025-03-11', 'Leidinggevenden', 46],
      ['Omgaan met vertrouwelijke informatie', '2025-05-20', 'Alle medewerkers', 231],
      ['Ongewenste omgangsvormen', '2025-09-16', 'Alle medewerkers', 118],
      ['Morele oordeelsvorming', '2025-11-04', 'Juristen en vergunningverleners', 17],
    ],
    source: 'Register trainingen',
  };
}

function incidentsTable(): DocumentTable {
  return {
    caption: 'Datalekken naar soort',
    columns: [
      { label: 'Soort', measure: 'text' },
      { label: 'Aantal', measure: 'count' },
      { label: 'Gemeld bij de toezichthouder', measure: 'count' },
    ],
    rows: [
      ['Bericht aan de verkeerde ontvanger', 14, 2],
      ['Verloren of gestolen apparaat', 3, 1],
      ['Onbevoegde inzage', 2, 2],
    ],
  };
}

function riskTable(): DocumentTable {
  return {
    caption: 'Kwetsbare functies per afdeling',
    columns: [
      { label: 'Afdeling', measure: 'text', weight: 3 },
      { label: 'Functies', measure: 'count', weight: 1 },
      { label: 'Besproken', measure: 'count', weight: 1 },
      { label: 'Toelichting', measure: 'text', weight: 4 },
    ],
    rows: [
      [
        'Vergunningen, toezicht en handhaving',
        12,
        12,
        'Het vierogenprincipe is ingevoerd bij alle vergunningen boven een bouwsom van € 250.000.',
      ],
      ['Inkoop', 5, 4, 'Eén gesprek is verplaatst naar het eerste kwartaal van 2026.'],
      ['Burgerzaken', 9, 9, null],
      ['Sociaal domein', 21, 15, 'Door een reorganisatie is een deel van de gesprekken niet gevoerd.'],
    ],
    source: 'Register kwetsbare functies',
  };
}

function budgetTable(): DocumentTable {
  return {
    caption: 'Budget en uren voor integriteit',
    columns: [
      { label: 'Post', measure: 'text' },
      { label: 'Begroot', measure: 'euro' },
      { label: 'Besteed', measure: 'euro' },
      { label: 'Uren', measure: 'hours' },
    ],
    rows: [
      ['Training en bewustwording', 42_000, 39_750, 310],
      ['Onderzoek', 30_000, 26_812.5, 96.5],
      ['Vertrouwenspersonen', 20_000, 17_687.5, 240],
    ],
  };
}

function definitionsTable(): DocumentTable {
  return {
    caption: 'Begrippen en telregels',
    columns: [
      { label: 'Cijfer', measure: 'text' },
      { label: 'Wat is geteld', measure: 'text' },
      { label: 'Register', measure: 'text' },
    ],
    rows: [
      [
        'Acties afgerond',
        'Acties uit het vastgestelde jaarplan met de status afgerond op de peildatum.',
        'Acties',
      ],
      [
        'Bouwstenen op orde in opzet',
        'Bouwstenen met een vastgesteld document, een eigenaar en een datum van herziening in de toekomst.',
        'Bouwstenen',
      ],
      [
        'Deelnemers aan trainingen',
        'Medewerkers die ten minste één training in het jaar volgden. Wie er meer volgde, telt één keer mee.',
        'Trainingen',
      ],
    ],
  };
}

function heatMapOfThemes() {
  const words = ['Niet op orde', 'Deels op orde', 'Op orde'];
  return heatMap({
    id: 'building-blocks',
    title: 'Beoordeling van de bouwstenen per thema',
    language: 'nl',
    rowsTitle: 'Thema',
    columns: ['Opzet', 'Bestaan', 'Werking'],
    levels: words,
    rows: themes.map((label, row) => ({
      label,
      cells: [0, 1, 2].map((column) => {
        const level =
          row === 4 && column === 2 ? null : Math.max(0, 2 - ((row + column) % 3) + (column === 0 ? 1 : 0));
        return level === null
          ? { label: 'Niet beoordeeld', level }
          : { label: words[Math.min(level, 2)] ?? '', level: Math.min(level, 2) };
      }),
    })),
  });
}

function actionsByQuarter() {
  return stackedBars({
    id: 'actions-by-quarter',
    title: 'Acties per kwartaal naar status',
    language: 'nl',
    categories: ['Kwartaal 1', 'Kwartaal 2', 'Kwartaal 3', 'Kwartaal 4'],
    series: [
      { label: 'Afgerond', values: [6, 5, 4, 2] },
      { label: 'Loopt', values: [0, 1, 1, 3] },
      { label: 'Uitgesteld', values: [0, 0, 1, 1] },
    ],
    axisTitle: 'Aantal acties',
  });
}

function plannedAndDone() {
  return groupedBars({
    id: 'plan-and-done',
    title: 'Gepland en afgerond per thema',
    language: 'nl',
    categories: themes,
    main: { label: 'Afgerond', values: [3, 2, 2, 3, 1, 2, 2, 2] },
    comparison: { label: 'Gepland', values: [3, 4, 2, 3, 4, 3, 3, 2] },
    axisTitle: 'Aantal acties',
  });
}

function participants() {
  return groupedBars({
    id: 'participants',
    title: 'Deelnemers per training',
    language: 'nl',
    categories: [
      'Aanspreken en bespreken',
      'Vertrouwelijke informatie',
      'Ongewenste omgangsvormen',
      'Morele oordeelsvorming',
    ],
    main: { label: 'Bereikt', values: [46, 231, 118, 17] },
    comparison: { label: 'Begroot', values: [50, 200, 150, 20] },
    axisTitle: 'Aantal deelnemers',
  });
}
