import type { Authority } from '../settings/authority.ts';

/** A sender's name holds eleven letters or digits, no accent. */
const named = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 11) || 'Parvis';

/** Under which name the authority's texts come; a name cannot be answered. */
export const senderName = ({ sms, shortName }: Pick<Authority, 'sms' | 'shortName'>): string =>
  sms?.senderName ?? named(shortName);
