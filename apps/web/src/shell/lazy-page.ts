import { lazyRouteComponent } from '@tanstack/react-router';
import { UnreachableError } from '../api/problem.js';
import { completeTexts } from '../texts/index.js';

/** A page that comes when it is gone to, with the texts that the first page does without. */
export function lazyPage<Pages extends object, Name extends keyof Pages>(
  load: () => Promise<Pages>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    try {
      const [pages] = await Promise.all([load(), completeTexts()]);
      return pages;
    } catch {
      // As the router knows a failed import, it leaves a trace in the storage of the browser and loads the app anew:
      // without a connection nothing would be left of it.
      throw new UnreachableError();
    }
  }, name);
}
