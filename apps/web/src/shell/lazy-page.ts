import { lazyRouteComponent } from '@tanstack/react-router';
import { completeTexts } from '../texts/index.js';

/** A page that comes when it is gone to, with the texts that the first page does without. */
export function lazyPage<Pages extends object, Name extends keyof Pages>(
  load: () => Promise<Pages>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    const [pages] = await Promise.all([load(), completeTexts()]);
    return pages;
  }, name);
}
