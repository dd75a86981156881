import { fileTypeFromBuffer } from 'file-type';
import { describeMediaType, isMediaType, type MediaType } from './media-type.js';
import { hasMacros, namesInContainer } from './office-container.js';
import { promisedType } from './file-name.js';
import { damagedFile, macrosNotAccepted, typeNotAccepted, typeNotAsNamed } from './upload-problems.js';

/**
 * The type of an upload by its content; neither its name nor what the browser says is believed.
 * @param start the first bytes; for office documents the more the surer.
 * @throws Problem `unsupported-media-type` when it is not accepted, or not what its name promises.
 */
export async function acceptedType(
  start: Buffer,
  name: string,
  accept: readonly MediaType[],
): Promise<MediaType> {
  const recognised = await fileTypeFromBuffer(start);
  // Text begins with nothing by which it can be recognised: what is nothing else is text, where text is asked for.
  const found = recognised ? recognised.mime : 'text/csv';
  if (!isMediaType(found) || !accept.includes(found)) throw typeNotAccepted(accept);
  const promised = promisedType(name);
  if (promised && promised !== found) throw typeNotAsNamed(promised, found);
  return found;
}

/**
 * What only the end of an office document shows.
 * @throws Problem when it is cut off, or holds macros.
 */
export function requireSoundOffice(type: MediaType, tail: Buffer, size: number): void {
  if (!describeMediaType(type).office) return;
  const names = namesInContainer(tail, size);
  if (!names) throw damagedFile();
  if (hasMacros(names)) throw macrosNotAccepted();
}
