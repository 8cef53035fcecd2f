import { askedOf, type Commune, type NormalAddress, normalAddress } from './normal-address.ts';

/** What the national base says of a road in a town; null when it is not asked, does not know, or does not answer. */
export type AskBase = (asked: string) => Promise<(Omit<NormalAddress, 'lines'> & { road: string }) | null>;

const isSameTown = (one: NormalAddress, postalCode: string | null, commune: string | null) =>
  one.postalCode === null || one.postalCode === postalCode || one.commune === commune;

/**
 * The sender's address as the post reads it: by the national base where it knows the road in that town, else as written, with
 * abbreviations and the commune spelled out. What stands above the road (a building, a flat) is kept.
 */
export const senderAddress = async (
  written: string | null,
  communes: readonly Commune[],
  ask?: AskBase,
): Promise<NormalAddress | null> => {
  const offline = written ? normalAddress([written], communes) : null;
  const asked = offline && ask ? askedOf(offline) : null;
  const known = asked && ask ? await ask(asked) : null;
  if (!offline || !known || !isSameTown(offline, known.postalCode, known.commune)) return offline;
  const { road, ...rest } = known;
  const above = offline.lines.slice(0, -1).filter((line) => !asked?.startsWith(line));
  return { ...rest, lines: [...above, road, `${known.postalCode} ${known.commune}`] };
};
