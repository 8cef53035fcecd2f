import type { Authority } from '../settings/authority.ts';

/** What tells a mail that says it comes from the authority. */
export type OwnNames = {
  isOurs(address: string): boolean;
  /** Whether a displayed name is the authority's, or one of its addresses. */
  isNamed(name: string): boolean;
};

/** Cyrillic and Greek letters that look like Latin ones, one under the other. */
const foreign =
  '\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u04cf\u0501\u0261\u03bf\u03b1\u03bd\u03b9\u0475';
const latin = 'aeopcyxisjldgoaviv';
const asLatin = new Map([...foreign].map((letter, at) => [letter, latin[at] ?? '']));

/** As it looks to whoever reads it: a name is copied with letters of another alphabet, wide ones, or some that do not show. */
const folded = (text: string): string =>
  [...text.normalize('NFKD').toLowerCase()]
    .map((letter) => asLatin.get(letter) ?? letter)
    .join('')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
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
