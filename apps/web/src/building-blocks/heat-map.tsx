import { IconCheck, IconCircleHalf2, IconMinus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useDates } from '../shell/dates.js';
import { type Judgement, judgements } from './block-search.js';
import { aspects, type Basis, type Block, judgementOf } from './state.js';

const signs: Readonly<Record<Judgement, typeof IconCheck>> = {
  sufficient: IconCheck,
  partial: IconCircleHalf2,
  insufficient: IconX,
  unknown: IconMinus,
};

interface HeatMapProps {
  readonly blocks: readonly Block[];
  readonly themes: readonly Schemas['ThemeView'][];
  /** The blocks that the filters leave; the others stay in their place, without colour. */
  readonly found: ReadonlySet<Block>;
  readonly basis: Basis;
}

/** A row for each theme, a tile for each block, in a tile the three aspects. Each tile leads to its block. */
export function HeatMap({ blocks, themes, found, basis }: HeatMapProps) {
  const { language } = useDates();
  return (
    <div className="heat-map">
      <Legend />
      {themes.map(({ code, name }) => (
        <div key={code} className="heat-row">
          <h3 className="heat-theme" id={`theme-${code}`}>
            {name[language]}
          </h3>
          <ul className="plain-list heat-tiles" aria-labelledby={`theme-${code}`}>
            {blocks
              .filter(({ theme }) => theme === code)
              .map((block) => (
                <li key={block.id}>
                  <Tile block={block} basis={basis} isFound={found.has(block)} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Tile({
  block,
  basis,
  isFound,
}: {
  readonly block: Block;
  readonly basis: Basis;
  readonly isFound: boolean;
}) {
  const { t } = useTranslation();
  const said = aspects
    .map((aspect) => `${t(`aspects.${aspect}`)}: ${t(`judgements.${judgementOf(block, aspect, basis)}`)}`)
    .join(', ');
  return (
    <Link
      to="/building-blocks/$buildingBlockId"
      params={{ buildingBlockId: block.id }}
      preload={false}
      className={isFound ? 'tile' : 'tile tile-out'}
      title={block.name}
      aria-label={`${block.code} ${block.name}. ${said}`}
    >
      <span className="tile-code">{block.code}</span>
      <span className="tile-cells">
        {aspects.map((aspect) => (
          <Cell key={aspect} judgement={judgementOf(block, aspect, basis)} />
        ))}
      </span>
    </Link>
  );
}

function Cell({ judgement }: { readonly judgement: Judgement }) {
  const Sign = signs[judgement];
  return (
    <span className={`cell cell-${judgement}`}>
      <Sign aria-hidden focusable="false" />
    </span>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <div className="legend">
      <ul className="plain-list" aria-label={t('system.legend')}>
        {judgements.map((judgement) => (
          <li key={judgement}>
            <Cell judgement={judgement} /> {t(`judgements.${judgement}`)}
          </li>
        ))}
      </ul>
      <p className="legend-order">{aspects.map((aspect) => t(`aspects.${aspect}`)).join(' · ')}</p>
    </div>
  );
}
