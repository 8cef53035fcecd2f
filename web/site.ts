import type { Authority } from '../functions/settings/authority.ts';

/** What every page may know of its authority; also served as /site.json. */
export type Site = Pick<
  Authority,
  | 'slug'
  | 'name'
  | 'shortName'
  | 'prefix'
  | 'demonstration'
  | 'timeZone'
  | 'domain'
  | 'contact'
  | 'communes'
  | 'accessibility'
  | 'court'
> & { departments: Pick<Authority['departments'][number], 'code' | 'name' | 'phone' | 'email' | 'hours'>[] };

/** The public part of an authority: no account, no alarm address, no identity provider. */
export function publicPart(authority: Authority): Site {
  const { slug, name, shortName, prefix, demonstration, timeZone, domain, contact, communes } = authority;
  const { accessibility, court } = authority;
  const departments = authority.departments
    .filter(({ code }) => code !== 'indesirable')
    .map((department) => {
      const { code, phone, email, hours } = department;
      return { code, name: department.name, phone, email, hours };
    });
  const identity = { slug, name, shortName, prefix, demonstration, timeZone, domain, contact, communes };
  return { ...identity, accessibility, court, departments };
}
