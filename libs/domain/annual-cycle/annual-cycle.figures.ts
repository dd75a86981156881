import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BuildingBlockDirectory, themeNames } from '@weerbaar/catalogue/contract';
import type {
  FigureCell,
  FigureDefinition,
  FigurePeriod,
  FigureSource,
  Localised,
} from '@weerbaar/core/figures';
import { ownerFrom, PersonDirectory } from '@weerbaar/people/contract';
import { roleNames } from '@weerbaar/kernel/context';
import { FigureRegistry } from '@weerbaar/kernel/figures';
import { type CountedAction, FigureQueries } from './figure-queries.repository.js';
import { actionStatusNames, inputSourceNames, priorityNames } from './reference-content/code-names.js';
import { referenceContent } from './reference-content/reference-content.js';

const actionRegister: Localised = { nl: 'Acties van de jaarcyclus', en: 'Actions of the annual cycle' };
const findingRegister: Localised = {
  nl: 'Bevindingen van de jaarcyclus',
  en: 'Findings of the annual cycle',
};

const closedStatuses = new Set<string>(
  referenceContent.actionStatuses.filter(({ closed }) => closed).map(({ code }) => code),
);

const quarterNames: Readonly<Record<string, Localised>> = Object.fromEntries(
  ['1', '2', '3', '4'].map((quarter) => [quarter, { nl: `Kwartaal ${quarter}`, en: `Quarter ${quarter}` }]),
);

/** What everybody may read of an owner: the role, and of a person only that it is one. */
const ownerRoleNames: Readonly<Record<string, Localised>> = {
  ...roleNames,
  person: { nl: 'Medewerker', en: 'Employee' },
};

type NumberDefinition = Pick<FigureDefinition, 'id' | 'title' | 'definition' | 'measure'>;

const aboutActions = {
  register: actionRegister,
  countingRule: 'state-at-reference-date',
  sensitivity: 'open',
} as const;
const aboutFindings = { ...aboutActions, register: findingRegister } as const;

/** What the yearly cycle contributes to dashboards and reports. */
@Injectable()
export class AnnualCycleFigures implements OnModuleInit {
  constructor(
    private readonly registry: FigureRegistry,
    private readonly queries: FigureQueries,
    private readonly blocks: BuildingBlockDirectory,
    private readonly persons: PersonDirectory,
  ) {}

  onModuleInit(): void {
    this.registry.register(...this.actionNumbers(), ...this.findingNumbers(), ...this.tables());
  }

  private actionNumbers(): FigureSource[] {
    const number = (
      definition: NumberDefinition,
      count: (actions: readonly CountedAction[]) => number,
    ): FigureSource => ({
      definition: { ...definition, ...aboutActions },
      take: async ({ year }) => ({ kind: 'number', value: count(await this.queries.actions(year)) }),
    });
    return [
      number(
        {
          id: 'annual-cycle.actions-planned',
          title: { nl: 'Acties in het jaarplan', en: 'Actions in the annual plan' },
          definition: {
            nl: 'Alle acties van het jaar, ook die uit het vorige jaar doorlopen en die zijn gestopt.',
            en: 'All actions of the year, including those carried over and those that were stopped.',
          },
          measure: 'count',
        },
        (actions) => actions.length,
      ),
      number(
        {
          id: 'annual-cycle.actions-done',
          title: { nl: 'Afgeronde acties', en: 'Actions done' },
          definition: {
            nl: 'Acties van het jaar met de status afgerond, volgens de laatste melding over het jaar.',
            en: 'Actions of the year with status done, by the last report on the year.',
          },
          measure: 'count',
        },
        (actions) => actions.filter(({ status }) => status === 'done').length,
      ),
      number(
        {
          id: 'annual-cycle.actions-open',
          title: { nl: 'Openstaande acties', en: 'Open actions' },
          definition: {
            nl: 'Acties van het jaar die niet zijn afgerond en niet zijn gestopt, volgens de laatste melding over het jaar.',
            en: 'Actions of the year that are neither done nor stopped, by the last report on the year.',
          },
          measure: 'count',
        },
        (actions) => actions.filter(({ status }) => !closedStatuses.has(status)).length,
      ),
      number(
        {
          id: 'annual-cycle.actions-carried-over',
          title: { nl: 'Acties uit het vorige jaar', en: 'Actions carried over' },
          definition: {
            nl: 'Acties van het jaar die in het vorige jaar zijn begonnen en nog niet klaar waren.',
            en: 'Actions of the year that began in the year before and were not finished.',
          },
          measure: 'count',
        },
        (actions) => actions.filter(({ carriedOverFrom }) => carriedOverFrom !== null).length,
      ),
      number(
        {
          id: 'annual-cycle.budget-planned',
          title: { nl: 'Begroot voor acties', en: 'Budget for actions' },
          definition: {
            nl: 'Het geld dat voor de acties van het jaar samen is begroot, in euro.',
            en: 'The money budgeted for all actions of the year together, in euros.',
          },
          measure: 'euro',
        },
        (actions) => sum(actions, ({ budget }) => budget),
      ),
      number(
        {
          id: 'annual-cycle.hours-planned',
          title: { nl: 'Uren voor acties', en: 'Hours for actions' },
          definition: {
            nl: 'De uren die voor de acties van het jaar samen zijn gepland.',
            en: 'The hours planned for all actions of the year together.',
          },
          measure: 'hours',
        },
        (actions) => sum(actions, ({ hours }) => hours),
      ),
    ];
  }

  private findingNumbers(): FigureSource[] {
    return [
      {
        definition: {
          ...aboutFindings,
          id: 'annual-cycle.findings',
          title: { nl: 'Bevindingen', en: 'Findings' },
          definition: {
            nl: 'De bevindingen uit de vijf bronnen waarmee het plan van het jaar begon.',
            en: 'The findings from the five sources with which the plan of the year began.',
          },
          measure: 'count',
        },
        take: async ({ year }) => ({ kind: 'number', value: (await this.queries.findings(year)).length }),
      },
      {
        definition: {
          ...aboutFindings,
          id: 'annual-cycle.findings-with-action',
          title: { nl: 'Bevindingen met een actie', en: 'Findings with an action' },
          definition: {
            nl: 'De bevindingen waar ten minste één actie uit volgt.',
            en: 'The findings that led to one action at least.',
          },
          measure: 'count',
        },
        take: async ({ year }) => ({
          kind: 'number',
          value: (await this.queries.findings(year)).filter(({ actionCount }) => actionCount > 0).length,
        }),
      },
    ];
  }

  private tables(): FigureSource[] {
    return [this.actionTable(), this.byQuarter(), this.byTheme(), this.findingTable(), this.carriedOver()];
  }

  private actionTable(): FigureSource {
    return {
      definition: {
        ...aboutActions,
        id: 'annual-cycle.actions',
        title: { nl: 'Acties van het jaar', en: 'Actions of the year' },
        definition: {
          nl: 'Elke actie met bouwsteen, kwartaal, geld, uren en stand.',
          en: 'Every action with its building block, quarter, money, hours and state.',
        },
        measure: 'count',
        columns: [
          { id: 'number', label: { nl: 'Nr.', en: 'No.' }, measure: 'count' },
          {
            id: 'building-block',
            label: { nl: 'Bouwsteen', en: 'Building block' },
            measure: 'text',
          },
          { id: 'title', label: { nl: 'Actie', en: 'Action' }, measure: 'text' },
          {
            id: 'intended-result',
            label: { nl: 'Beoogd resultaat', en: 'Intended result' },
            measure: 'text',
          },
          {
            id: 'owner',
            label: { nl: 'Eigenaar', en: 'Owner' },
            measure: 'text',
            sensitivity: 'internal',
          },
          {
            id: 'owner-role',
            label: { nl: 'Wie', en: 'Who' },
            measure: 'text',
            codes: ownerRoleNames,
          },
          { id: 'quarter', label: { nl: 'Kwartaal', en: 'Quarter' }, measure: 'count' },
          { id: 'budget', label: { nl: 'Budget', en: 'Budget' }, measure: 'euro' },
          { id: 'hours', label: { nl: 'Uren', en: 'Hours' }, measure: 'hours' },
          {
            id: 'priority',
            label: { nl: 'Prioriteit', en: 'Priority' },
            measure: 'text',
            codes: priorityNames,
          },
          {
            id: 'status',
            label: { nl: 'Status', en: 'Status' },
            measure: 'text',
            codes: actionStatusNames,
          },
        ],
      },
      take: async ({ year }) => {
        const actions = await this.queries.actions(year);
        const blocks = await this.blocks.byIds(actions.map(({ buildingBlockId }) => buildingBlockId));
        const nameOfOwner = await this.ownerNames(actions);
        const rows = actions.map((action): FigureCell[] => {
          const block = blocks.get(action.buildingBlockId);
          return [
            action.number,
            block ? `${block.code} ${block.name}` : null,
            action.title,
            action.intendedResult || null,
            nameOfOwner(action),
            ownerFrom(action)?.kind === 'person' ? 'person' : action.ownerRole,
            action.quarter,
            action.budget,
            action.hours,
            action.priority,
            action.status,
          ];
        });
        return { kind: 'table', rows };
      },
    };
  }

  private async ownerNames(
    actions: readonly CountedAction[],
  ): Promise<(action: CountedAction) => string | null> {
    const ids = actions.flatMap(({ ownerPersonId }) => (ownerPersonId ? [ownerPersonId] : []));
    const persons = await this.persons.byIds(ids);
    return (action) => {
      const owner = ownerFrom(action);
      if (!owner) return null;
      return owner.kind === 'role' ? roleNames[owner.role].nl : (persons.get(owner.personId)?.name ?? null);
    };
  }

  private byQuarter(): FigureSource {
    const statuses = referenceContent.actionStatuses;
    return {
      definition: {
        ...aboutActions,
        id: 'annual-cycle.actions-by-quarter',
        title: { nl: 'Acties per kwartaal en status', en: 'Actions by quarter and status' },
        definition: {
          nl: 'Het aantal acties per kwartaal waarin ze klaar moeten zijn, verdeeld naar status.',
          en: 'The number of actions by the quarter in which they are due, divided by status.',
        },
        measure: 'count',
        columns: [
          {
            id: 'quarter',
            label: { nl: 'Kwartaal', en: 'Quarter' },
            measure: 'text',
            codes: quarterNames,
          },
          ...statuses.map(({ code, name }) => ({ id: code, label: name, measure: 'count' as const })),
        ],
      },
      take: async ({ year }) => {
        const actions = await this.queries.actions(year);
        const rows = [1, 2, 3, 4].map((quarter) => [
          String(quarter),
          ...statuses.map(
            ({ code }) =>
              actions.filter((action) => action.quarter === quarter && action.status === code).length,
          ),
        ]);
        return { kind: 'table', rows };
      },
    };
  }

  private byTheme(): FigureSource {
    return {
      definition: {
        ...aboutActions,
        id: 'annual-cycle.actions-by-theme',
        title: { nl: 'Plan en uitvoering per thema', en: 'Plan and execution by theme' },
        definition: {
          nl: 'Per thema het aantal acties in het plan, hoeveel ervan klaar zijn, en het geld en de uren.',
          en: 'By theme the number of actions in the plan, how many of them are done, and the money and hours.',
        },
        measure: 'count',
        columns: [
          {
            id: 'theme',
            label: { nl: 'Thema', en: 'Theme' },
            measure: 'text',
            codes: themeNames,
            weight: 2.5,
          },
          { id: 'planned', label: { nl: 'Gepland', en: 'Planned' }, measure: 'count' },
          { id: 'done', label: { nl: 'Afgerond', en: 'Done' }, measure: 'count' },
          { id: 'budget', label: { nl: 'Budget', en: 'Budget' }, measure: 'euro' },
          { id: 'hours', label: { nl: 'Uren', en: 'Hours' }, measure: 'hours' },
        ],
      },
      take: async ({ year }) => {
        const actions = await this.queries.actions(year);
        const blocks = await this.blocks.byIds(actions.map(({ buildingBlockId }) => buildingBlockId));
        const rows = Object.keys(themeNames).map((theme): FigureCell[] => {
          const ofTheme = actions.filter(
            ({ buildingBlockId }) => blocks.get(buildingBlockId)?.theme === theme,
          );
          return [
            theme,
            ofTheme.length,
            ofTheme.filter(({ status }) => status === 'done').length,
            sum(ofTheme, ({ budget }) => budget),
            sum(ofTheme, ({ hours }) => hours),
          ];
        });
        return { kind: 'table', rows };
      },
    };
  }

  private findingTable(): FigureSource {
    return {
      definition: {
        ...aboutFindings,
        id: 'annual-cycle.findings-by-source',
        title: { nl: 'Bevindingen per bron', en: 'Findings by source' },
        definition: {
          nl: 'Elke bevinding met de bron, het aantal acties dat eruit volgt, en als dat er geen zijn: waarom niet.',
          en: 'Every finding with its source, the number of actions that followed, and why when there are none.',
        },
        measure: 'count',
        columns: [
          {
            id: 'source',
            label: { nl: 'Bron', en: 'Source' },
            measure: 'text',
            codes: inputSourceNames,
            weight: 2,
          },
          { id: 'title', label: { nl: 'Bevinding', en: 'Finding' }, measure: 'text', weight: 3 },
          {
            id: 'description',
            label: { nl: 'Toelichting', en: 'Explanation' },
            measure: 'text',
            sensitivity: 'internal',
            weight: 4,
          },
          { id: 'actions', label: { nl: 'Acties', en: 'Actions' }, measure: 'count' },
          {
            id: 'reason-for-no-action',
            label: { nl: 'Waarom geen actie', en: 'Why no action' },
            measure: 'text',
            sensitivity: 'internal',
            weight: 3,
          },
        ],
      },
      take: async ({ year }) => ({
        kind: 'table',
        rows: (await this.queries.findings(year)).map((finding) => [
          finding.source,
          finding.title,
          finding.description || null,
          finding.actionCount,
          finding.reasonForNoAction,
        ]),
      }),
    };
  }

  private carriedOver(): FigureSource {
    return {
      definition: {
        ...aboutActions,
        id: 'annual-cycle.carried-over-actions',
        title: { nl: 'Acties uit het vorige jaar', en: 'Actions from the year before' },
        definition: {
          nl: 'De acties die in het vorige jaar niet klaar waren en dit jaar doorlopen.',
          en: 'The actions that were not finished in the year before and go on this year.',
        },
        measure: 'count',
        columns: [
          { id: 'number', label: { nl: 'Nr.', en: 'No.' }, measure: 'count', weight: 0.5 },
          { id: 'title', label: { nl: 'Actie', en: 'Action' }, measure: 'text', weight: 4 },
          { id: 'quarter', label: { nl: 'Kwartaal', en: 'Quarter' }, measure: 'count' },
          { id: 'status', label: { nl: 'Status', en: 'Status' }, measure: 'text', codes: actionStatusNames },
        ],
      },
      take: async ({ year }: FigurePeriod) => ({
        kind: 'table',
        rows: (await this.queries.actions(year))
          .filter(({ carriedOverFrom }) => carriedOverFrom !== null)
          .map(({ number, title, quarter, status }) => [number, title, quarter, status]),
      }),
    };
  }
}

function sum<T>(items: readonly T[], amount: (item: T) => number | null): number {
  const cents = items.reduce((total, item) => total + Math.round((amount(item) ?? 0) * 100), 0);
  return cents / 100;
}
