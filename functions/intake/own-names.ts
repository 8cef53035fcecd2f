import type { Authority } from '../settings/authority.ts';

/** What tells a mail that says it comes from the authority. */
export type OwnNames = {
  isOurs(address: string): boolean;
  /** Whether a displayed name is the authority's, or one of its addresses. */
  isNamed(name: string): boolean;
};

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9@.]+/g, ' ')
    .trim();
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/**
 * Domains are those that mail is received and sent by, whose records in the DNS are the authority's own; an address it only
 * publishes may stand at a provider that citizens use as well.
 */
export function ownNames(
  authority: Pick<Authority, 'name' | 'shortName' | 'domain' | 'mail' | 'contact' | 'departments'>,
): OwnNames {
  const { mail, contact, departments } = authority;
  const domains = [authority.domain, domainOf(mail.from), ...mail.inbound.map(domainOf)];
  const addresses = new Set(
    [contact.email, ...departments.map(({ email }) => email)].map((one) => one.toLowerCase()),
  );
  const places = [authority.name, authority.shortName].map(folded);
  const names = new Set(
    places.flatMap((place) => [
      place,
      ...['mairie', 'ville', 'commune'].flatMap((kind) => [
        `${kind} ${place}`,
        `${kind} de ${place}`,
        `${kind} d ${place}`,
      ]),
    ]),
  );
  const isOurs = (address: string): boolean => {
    const domain = domainOf(address.trim());
    return (
      addresses.has(address.trim().toLowerCase()) ||
      domains.some((own) => domain === own || domain.endsWith(`.${own}`))
    );
  };
  return {
    isOurs,
    isNamed: (name) =>
      names.has(folded(name)) ||
      [...name.matchAll(/[^\s<>,;:"()]{1,64}@[^\s<>,;:"()]{1,255}/g)].some(([address]) => isOurs(address)),
  };
}
