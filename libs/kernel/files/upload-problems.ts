import { formatNumber, type Language, type Localised } from '@weerbaar/core/figures';
import { Problem } from '@weerbaar/kernel/problems';
import { describeMediaType, type MediaType } from './media-type.js';

/* What can be wrong with an upload, with what somebody can do about it. */

export function emptyFile(): Problem {
  return Problem.invalid({
    path: 'file',
    code: 'empty-file',
    message: { nl: 'Het bestand is leeg.', en: 'The file is empty.' },
  });
}

export function damagedFile(): Problem {
  return Problem.invalid({
    path: 'file',
    code: 'damaged-file',
    message: {
      nl: 'Het bestand is beschadigd of niet compleet. Open het, sla het opnieuw op en probeer het nog eens.',
      en: 'The file is damaged or not complete. Open it, save it again and retry.',
    },
  });
}

export function tooLarge(limitBytes: number): Problem {
  return new Problem('too-large', {
    detail: {
      nl: `Het bestand is te groot. Het mag hoogstens ${megabytes(limitBytes, 'nl')} MB zijn.`,
      en: `The file is too large. It may be ${megabytes(limitBytes, 'en')} MB at most.`,
    },
  });
}

export function typeNotAccepted(accept: readonly MediaType[]): Problem {
  const labels = labelsOf(accept);
  return new Problem('unsupported-media-type', {
    detail: {
      nl: `Wat in dit bestand staat, kan hier niet. Dit kan wel: ${labels.nl}.`,
      en: `What this file contains is not accepted here. Accepted are: ${labels.en}.`,
    },
  });
}

export function typeNotAsNamed(promised: MediaType, found: MediaType): Problem {
  const { label: name } = describeMediaType(promised);
  const { label: content } = describeMediaType(found);
  return new Problem('unsupported-media-type', {
    detail: {
      nl: `Volgens de naam is dit bestand van het soort ${name.nl}, maar de inhoud is van het soort ${content.nl}. Geef het bestand de goede naam of kies een ander bestand.`,
      en: `By its name this file is of the kind ${name.en}, but its content is of the kind ${content.en}. Give the file the right name or choose another file.`,
    },
  });
}

export function macrosNotAccepted(): Problem {
  return new Problem('unsupported-media-type', {
    detail: {
      nl: 'Dit bestand bevat macro’s (kleine programma’s). Sla het op zonder macro’s en probeer het nog eens.',
      en: 'This file contains macros (small programs). Save it without macros and retry.',
    },
  });
}

function megabytes(bytes: number, language: Language): string {
  return formatNumber(bytes / (1024 * 1024), language);
}

function labelsOf(types: readonly MediaType[]): Localised {
  const list = (language: Language) =>
    types.map((type) => describeMediaType(type).label[language]).join(', ');
  return { nl: list('nl'), en: list('en') };
}
