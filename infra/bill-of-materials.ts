/** A package as npm's lockfile holds it, under its place in `node_modules`. */
export type Locked = {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  inBundle?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
};
export type Lockfile = { packages: Record<string, Locked> };

/** Licences whose packages may run in the product beside code under the EUPL-1.2; LGPL stays a library of its own (libvips). */
const allowed = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'CC0-1.0',
    'Zlib',
    'OFL-1.1',
  ],
  'LGPL-3.0-or-later',
]);
/** What the lockfile does not say, and the package's own LICENSE does. */
const saidElsewhere: Record<string, string> = { 'png-js': 'MIT' };

export const nameOf = (place: string): string => place.split('node_modules/').at(-1) ?? place;
export const licenceOf = (place: string, { license }: Locked): string | undefined =>
  license ?? saidElsewhere[nameOf(place)];

/** Whether an SPDX expression leaves a choice that is allowed. */
export const isAllowed = (licence: string | undefined): boolean =>
  (licence ?? 'none')
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));

/** Everything that may run in the cloud or in a browser: what is not for development only. */
export const runTime = ({ packages }: Lockfile): [place: string, one: Locked][] =>
  Object.entries(packages).filter(([place, one]) => place !== '' && !one.dev);

const refOf = (place: string, { version }: Locked): string =>
  `pkg:npm/${nameOf(place).replace('@', '%40')}@${version ?? '0'}`;
/** Where a package finds another: beside it, else further up. */
const resolved = (packages: Lockfile['packages'], from: string, name: string): string | undefined => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[place]) return place;
    if (!at.includes('node_modules/')) return undefined;
    if (!at.includes('/node_modules/')) at = '';
    if (at === '') return packages[`node_modules/${name}`] ? `node_modules/${name}` : undefined;
  }
};

/** What the product is made of, as CycloneDX 1.6; the same lockfile always gives the same bill. */
export function billOfMaterials(
  lockfile: Lockfile,
  product: { name: string; version: string; license: string },
) {
  const { packages } = lockfile;
  const all = runTime(lockfile);
  const root = `pkg:npm/${product.name}@${product.version}`;
  const byRef = new Map(all.map(([place, one]) => [refOf(place, one), [place, one] as const]));
  const dependsOn = (
    place: string,
    { dependencies, optionalDependencies, peerDependencies }: Locked,
  ): string[] =>
    Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
      .flatMap((name) => resolved(packages, place, name) ?? [])
      .map((found) => refOf(found, packages[found] ?? {}))
      .filter((ref) => byRef.has(ref));
  const component = ([place, one]: readonly [string, Locked]) => ({
    type: 'library',
    'bom-ref': refOf(place, one),
    name: nameOf(place),
    version: one.version,
    purl: refOf(place, one),
    scope: one.optional ? 'optional' : 'required',
    licenses: [{ expression: licenceOf(place, one) }],
    ...(one.integrity?.startsWith('sha512-') && {
      hashes: [{ alg: 'SHA-512', content: Buffer.from(one.integrity.slice(7), 'base64').toString('hex') }],
    }),
  });
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        ...{ type: 'application', 'bom-ref': root, name: product.name, version: product.version, purl: root },
        licenses: [{ expression: product.license }],
      },
    },
    components: [...byRef.values()].map(component),
    dependencies: [
      { ref: root, dependsOn: [...new Set(dependsOn('', packages[''] ?? {}))] },
      ...[...byRef].map(([ref, [place, one]]) => ({ ref, dependsOn: [...new Set(dependsOn(place, one))] })),
    ],
  };
}
