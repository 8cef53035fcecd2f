import { isFilled, numberOf } from './conditions.ts';
import {
  readDate,
  readEmail,
  readLicencePlate,
  readPhone,
  readPostalCode,
  readRna,
  readSiret,
  tidy,
  tidyLines,
} from './formats.ts';
import type { Address, Answer, Field } from './procedure.ts';

export const patternReaders = {
  'postal-code': readPostalCode,
  'licence-plate': readLicencePlate,
  siret: readSiret,
  rna: readRna,
} as const;

/**
 * The answer as we keep it; what cannot be read stays as it was typed, so that the person sees it again beside the
 * problem. An empty answer is undefined.
 */
export function normalise(field: Field, answer: Answer): Answer {
  if (!isFilled(answer)) return undefined;
  switch (field.type) {
    case 'files':
    case 'choices':
      return Array.isArray(answer) ? [...new Set(answer.map(String))] : answer;
    case 'consent':
      return answer === true ? true : undefined;
    case 'number':
      return numberOf(answer) ?? answer;
    case 'address':
      return isAddress(answer) ? normaliseAddress(answer) : answer;
    case 'information':
      return undefined;
    default:
      return typeof answer === 'string' ? normaliseText(field, answer) : answer;
  }
}

export function isAddress(answer: Answer): answer is Address {
  return typeof answer === 'object' && !Array.isArray(answer);
}

function normaliseText(field: Field, text: string): string {
  switch (field.type) {
    case 'textarea':
      return tidyLines(text);
    case 'email':
      return readEmail(text) ?? tidy(text);
    case 'phone':
      return readPhone(text) ?? tidy(text);
    case 'date':
      return readDate(text) ?? tidy(text);
    case 'text':
      return (field.pattern && patternReaders[field.pattern](text)) || tidy(text);
    default:
      return tidy(text);
  }
}

function normaliseAddress({ lines, postalCode, city }: Address): Address {
  const code = String(postalCode ?? '');
  return {
    lines: tidyLines(String(lines ?? '')),
    postalCode: readPostalCode(code) ?? tidy(code),
    city: tidy(String(city ?? '')),
  };
}
