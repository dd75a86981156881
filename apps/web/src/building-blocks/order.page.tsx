import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { DeedButton, Deeds } from '../shell/deed.js';
import { SelectFilter } from '../shell/filters.js';
import { Page } from '../shell/page.js';
import { oneOf } from '../shell/search.js';
import { Loaded } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import { managers } from './rights.js';
import { type Block, type ThemeCode, themeCodes } from './state.js';
import { nameOf, useSystemTrail } from './use-block.js';

const route = getRouteApi('/inside/building-blocks/order');

/** The order of the blocks of one theme, which holds for everybody and everywhere. */
export function OrderPage() {
  const { t } = useTranslation();
  const { language } = useDates();
  const { theme = '1' } = route.useSearch();
  const navigate = route.useNavigate();
  const themes = useQuery(queries.themes);
  const blocks = useQuery(queries.buildingBlocks);
  return (
    <Page title={t('blockForms.order')} trail={useSystemTrail()} roles={managers}>
      <Paragraph className="measure">{t('blockForms.orderLead')}</Paragraph>
      <div className="filters">
        <Loaded query={themes} rows={1}>
          {(all) => (
            <SelectFilter
              id="theme"
              label={t('blockForms.theme')}
              value={theme}
              choose={(value) =>
                void navigate({ search: { theme: oneOf(themeCodes, value) }, replace: true })
              }
            >
              {all.map(({ code, name }) => (
                <option key={code} value={code}>
                  {code} {name[language]}
                </option>
              ))}
            </SelectFilter>
          )}
        </Loaded>
      </div>
      <Loaded query={blocks} rows={6}>
        {({ items }) => (
          <Order key={theme} theme={theme} blocks={items.filter((block) => block.theme === theme)} />
        )}
      </Loaded>
    </Page>
  );
}

interface OrderProps {
  readonly theme: ThemeCode;
  readonly blocks: readonly Block[];
}

function Order({ theme, blocks }: OrderProps) {
  const { t } = useTranslation();
  /** As it was asked for: each step is seen at once, also when the one before it is still on its way. */
  const [asked, ask] = useState<readonly string[]>();
  const shown = inOrder(blocks, asked);
  const ids = shown.map(({ id }) => id);
  /** The button that takes the focus along to where its block goes. */
  const next = useRef<string>(undefined);

  useLayoutEffect(() => {
    if (next.current) document.getElementById(next.current)?.focus();
    next.current = undefined;
  }, [asked]);

  const step = (block: Block, by: -1 | 1) => {
    const place = ids.indexOf(block.id) + by;
    const wanted = moved(ids, block.id, place);
    return {
      of: nameOf(block),
      told: t('blockForms.moved', { block: nameOf(block), place: place + 1, total: ids.length }),
      begin: () => {
        const isUp = place === 0 ? false : place === ids.length - 1 ? true : by < 0;
        next.current = buttonOf(block.id, isUp);
        ask(wanted);
      },
      ask: async () => {
        try {
          await answerOf(
            api.POST('/themes/{themeCode}/_reorder', {
              params: { path: { themeCode: theme } },
              body: { buildingBlockIds: wanted, seenIds: ids },
            }),
          );
        } catch (error) {
          ask(undefined);
          throw error;
        }
      },
    };
  };

  return (
    <Deeds>
      <ol className="plain-list order">
        {shown.map((block, index) => (
          <li key={block.id}>
            <span className="order-place">{index + 1}</span>
            <span className="order-name">{nameOf(block)}</span>
            <span className="order-steps">
              {index > 0 && (
                <DeedButton id={buttonOf(block.id, true)} label={t('blockForms.up')} {...step(block, -1)} />
              )}
              {index < shown.length - 1 && (
                <DeedButton id={buttonOf(block.id, false)} label={t('blockForms.down')} {...step(block, 1)} />
              )}
            </span>
          </li>
        ))}
      </ol>
    </Deeds>
  );
}

const buttonOf = (id: string, isUp: boolean): string => `${isUp ? 'up' : 'down'}-${id}`;

/** What came meanwhile stands at the end. */
function inOrder(blocks: readonly Block[], asked: readonly string[] | undefined): readonly Block[] {
  if (!asked) return blocks;
  const placeOf = ({ id }: Block): number => (asked.includes(id) ? asked.indexOf(id) : asked.length);
  return blocks.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function moved(ids: readonly string[], id: string, place: number): string[] {
  return ids.filter((one) => one !== id).toSpliced(place, 0, id);
}
