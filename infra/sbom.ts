import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials, isAllowed, type Lockfile, licenceOf, runTime } from './bill-of-materials.ts';

/** `npm run --silent sbom > parvis.cdx.json`: what runs, as CycloneDX 1.6; fails when a package bears a licence that may not. */
const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8'));
const lockfile: Lockfile = read('package-lock.json');
console.log(JSON.stringify(billOfMaterials(lockfile, read('package.json')), null, 2));
const wrong = runTime(lockfile).filter(([place, one]) => !isAllowed(licenceOf(place, one)));
for (const [place, one] of wrong)
  console.error(`${place}: ${licenceOf(place, one) ?? 'no licence'} is not allowed`);
process.exitCode = wrong.length > 0 ? 1 : 0;
