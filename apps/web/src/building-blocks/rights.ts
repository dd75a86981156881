import type { Schemas } from '../api/client.js';

/** Who adds blocks and orders them. Of one block its own answer tells who may do what. */
export const managers: readonly Schemas['Role'][] = ['integrity-adviser'];
