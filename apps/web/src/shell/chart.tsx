import { createElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chart, SvgNode } from '@weerbaar/core/charts';
import { Button } from '../ui.js';

interface ChartFigureProps {
  /** The same picture as in the documents, at the width there is. */
  readonly draw: (width: number) => Chart;
  /** The same numbers for whoever would rather read them. */
  readonly table: ReactNode;
  readonly caption: string;
}

/** No picture of ours is drawn smaller; on a smaller screen it is scaled. */
const leastWidth = 320;

/** A chart, the table behind it, and what it is made of. */
export function ChartFigure({ draw, table, caption }: ChartFigureProps) {
  const { t } = useTranslation();
  const [isTable, showTable] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const { current } = place;
    if (!current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(leastWidth, Math.floor(entry.contentRect.width)));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);

  return (
    <figure className="chart">
      <div className="chart-tools">
        <Button variant="tertiary" onClick={() => showTable(!isTable)}>
          {isTable ? t('start.showChart') : t('start.showTable')}
        </Button>
      </div>
      <div ref={place} className="chart-place">
        {isTable ? table : width > 0 && asElement(draw(width).svg)}
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

function asElement({ tag, attributes, children }: SvgNode, key?: number): ReactNode {
  const properties = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [propertyOf(name), value]),
  );
  return createElement(
    tag,
    { ...properties, key },
    ...children.map((child, index) => (typeof child === 'string' ? child : asElement(child, index))),
  );
}

/** React calls `stroke-width` `strokeWidth`, but leaves `aria-label` as it is. */
function propertyOf(name: string): string {
  return name.startsWith('aria-')
    ? name
    : name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
