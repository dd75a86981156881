import { Ajv2020 } from 'ajv/dist/2020.js';
import { type RichText, richTextSchema } from '@weerbaar/core/richtext';
import { Problem } from '@weerbaar/kernel/problems';

const validate = new Ajv2020({ allErrors: true, strict: false }).compile<RichText>(richTextSchema);
/** A tree that is wrong everywhere needs no list of thousands. */
const mostFaults = 20;

/** @throws Problem `invalid-input` with where in the tree it goes wrong. */
export function requireRichText(body: unknown): RichText {
  if (validate(body)) return body;
  const paths = [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))].slice(
    0,
    mostFaults,
  );
  throw Problem.invalid(
    ...paths.map((path) => ({
      path: `body${path.replaceAll('/', '.')}`,
      code: 'not-possible',
      message: {
        nl: 'Dit kan niet in een hoofdstuk staan.',
        en: 'A chapter can not hold this.',
      },
    })),
  );
}
