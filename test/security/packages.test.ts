import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  billOfMaterials,
  isAllowed,
  type Lockfile,
  licenceOf,
  runTime,
} from '../../infra/bill-of-materials.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
const lockfile: Lockfile = JSON.parse(read('package-lock.json'));
const product = JSON.parse(read('package.json'));

describe('whoever deploys knows what runs', () => {
  it('finds each package of the product in the inventory, with its hash and what needs it', () => {
    const bill = billOfMaterials(lockfile, product);
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    const names = new Set(bill.components.map(({ name }) => name));
    for (const name of Object.keys(product.dependencies)) expect(names).toContain(name);
    for (const name of ['vitest', 'playwright-core', 'aws-cdk-lib']) expect(names).not.toContain(name);
    const refs = new Set(bill.components.map((one) => one['bom-ref']));
    expect(refs.size).toBe(bill.components.length);
    const [root, ...others] = bill.dependencies;
    expect(root?.dependsOn.length).toBeGreaterThanOrEqual(Object.keys(product.dependencies).length);
    for (const { ref, dependsOn } of others)
      for (const one of [ref, ...dependsOn]) expect(refs).toContain(one);
    const needed = new Set(bill.dependencies.flatMap(({ dependsOn }) => dependsOn));
    expect(bill.components.filter((one) => !needed.has(one['bom-ref'])).map(({ name }) => name)).toEqual([]);
    for (const { name, scope, hashes } of bill.components)
      if (scope === 'required') expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
  });

  it('and each bears a licence that may stand beside ours', () => {
    const wrong = runTime(lockfile).filter(([place, one]) => !isAllowed(licenceOf(place, one)));
    expect(wrong.map(([place]) => place)).toEqual([]);
    expect(isAllowed('GPL-3.0-only')).toBe(false);
    expect(isAllowed('(GPL-3.0-only OR MIT)')).toBe(true);
    expect(isAllowed('MIT AND SSPL-1.0')).toBe(false);
    expect(isAllowed(undefined)).toBe(false);
  });

  it('installs exactly what was looked at: exact versions, hashes, one registry, no script of a stranger', () => {
    const ranges = Object.entries({
      ...product.dependencies,
      ...product.devDependencies,
      ...product.optionalDependencies,
    });
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
    const places = Object.entries(lockfile.packages).filter(([place]) => place !== '');
    const bare = places.filter(([, one]) => !one.integrity && !one.inBundle && !one.optional);
    expect(bare.map(([place]) => place)).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/);
    const scripts = places.filter(([, one]) => (one as { hasInstallScript?: boolean }).hasInstallScript);
    // esbuild checks its binary, tesseract.js thanks: neither is needed (`npm ci --ignore-scripts`).
    expect(scripts.map(([place]) => place.split('node_modules/').at(-1)).sort()).toEqual([
      'esbuild',
      'tesseract.js',
    ]);
  });
});
