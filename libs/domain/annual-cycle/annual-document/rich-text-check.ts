import { Ajv2020 } from 'ajv/dist/2020.js';
import { type RichText, richTextSchema } from '@weerbaar/core/richtext';
import { Problem } from '@weerbaar/kernel/problems';

// Stops at the first fault: a large tree that is wrong everywhere would take as many errors as it has nodes.
const validate = new Ajv2020({ strict: false }).compile<RichText>(richTextSchema);

/** @throws Problem `invalid-input` with where in the tree it first goes wrong. */
export function requireRichText(body: unknown): RichText {
  if (validate(body)) return body;
  const path = validate.errors?.[0]?.instancePath ?? '';
  throw Problem.invalid({
    path: `body${path.replaceAll('/', '.')}`,
    code: 'not-possible',
    message: {
      nl: 'Dit kan niet in een hoofdstuk staan.',
      en: 'A chapter can not hold this.',
    },
  });
}
