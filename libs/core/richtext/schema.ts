/** How much fits in one text. Generous for a chapter, small enough to check and typeset in a moment. */
export const richTextLimits = {
  blocks: 2_000,
  inlineNodes: 1_000,
  textLength: 20_000,
  listItems: 500,
  paragraphsPerItem: 20,
  addressLength: 2_048,
} as const;

// User names are refused ("https://gemeente.nl@elsewhere.example"): such a link shows another place than it opens.
const linkPattern =
  '^(?:https?://[^\\s/?#@\\\\<>"\\p{Cc}]+(?:[/?#][^\\s<>"\\p{Cc}]*)?|mailto:[^\\s@<>"\\p{Cc}]+@[^\\s@<>"\\p{Cc}]+)$';

/** Whether a text may lead to this address; what else a link may be, see above. */
export function isLinkAddress(address: string): boolean {
  return address.length <= richTextLimits.addressLength && new RegExp(linkPattern, 'u').test(address);
}

const figureIdPattern = '^[a-z0-9]+(?:-[a-z0-9]+)*(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+$';

const textNode = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'text'],
  properties: {
    type: { type: 'string', const: 'text' },
    text: { type: 'string', maxLength: richTextLimits.textLength },
    bold: { type: 'boolean' },
    italic: { type: 'boolean' },
  },
};

const linkNode = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'href', 'text'],
  properties: {
    type: { type: 'string', const: 'link' },
    href: { type: 'string', maxLength: richTextLimits.addressLength, pattern: linkPattern },
    text: { type: 'string', maxLength: richTextLimits.addressLength },
  },
};

const figureReferenceNode = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'figureId'],
  properties: {
    type: { type: 'string', const: 'figure' },
    figureId: { type: 'string', maxLength: 200, pattern: figureIdPattern },
  },
};

const inlineContent = {
  type: 'array',
  maxItems: richTextLimits.inlineNodes,
  items: { oneOf: [textNode, linkNode, figureReferenceNode] },
};

const paragraphNode = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'content'],
  properties: { type: { type: 'string', const: 'paragraph' }, content: inlineContent },
};

const headingNode = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'level', 'content'],
  properties: {
    type: { type: 'string', const: 'heading' },
    level: { type: 'integer', enum: [1, 2] },
    content: inlineContent,
  },
};

const listItem = {
  type: 'object',
  additionalProperties: false,
  required: ['content'],
  properties: {
    content: {
      type: 'array',
      minItems: 1,
      maxItems: richTextLimits.paragraphsPerItem,
      items: paragraphNode,
    },
  },
};

const listNode = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'items'],
  properties: {
    type: { type: 'string', enum: ['bulletList', 'orderedList'] },
    items: { type: 'array', minItems: 1, maxItems: richTextLimits.listItems, items: listItem },
  },
};

/**
 * JSON Schema (draft 2020-12) of a {@link RichText}. Written out without `$ref`, because the same object
 * stands inside the OpenAPI document, where a local reference would point elsewhere.
 */
export const richTextSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'content'],
  properties: {
    type: { type: 'string', const: 'document' },
    content: {
      type: 'array',
      maxItems: richTextLimits.blocks,
      items: { oneOf: [paragraphNode, headingNode, listNode] },
    },
  },
};
