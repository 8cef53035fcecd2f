import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Resource = {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
  DependsOn?: string[];
};
export type StackTemplate = {
  Resources: Record<string, Resource>;
  Parameters?: Record<string, { Default?: string }>;
};
export type Found = Resource & { id: string; stack: string; props: Record<string, unknown> };

export type Assembled = Awaited<ReturnType<typeof assembleTwo>>;

/**
 * Two authorities, the demonstration and a new one, bundled and synthesized side by side in a place of their own.
 * Modules are loaded here since the place is read when they load.
 */
export async function assembleTwo() {
  const place = mkdtempSync(join(tmpdir(), 'parvis-assembled-'));
  process.env.BUILD_DIR = place;
  process.env.CDK_VALIDATION = 'false';
  const { collectivitiesFolder, loadCollectivities } = await import('../../infra/collectivity/load.ts');
  const { newCollectivity } = await import('../../infra/new-collectivity.ts');
  const { bundleFunctions } = await import('../../infra/making/bundle.ts');
  const { createApp } = await import('../../infra/app.ts');
  const { houseChecks } = await import('../../infra/nag.ts');

  const root = join(place, 'collectivities');
  cpSync(join(collectivitiesFolder, 'val-clair'), join(root, 'val-clair'), { recursive: true });
  newCollectivity('pays-des-etangs', root);
  letDiffer(join(root, 'pays-des-etangs', 'authority.json'));
  writeFileSync(join(place, 'classifier.bin'), '');
  for (const slug of ['val-clair', 'pays-des-etangs']) {
    mkdirSync(join(place, 'web', slug), { recursive: true });
    writeFileSync(join(place, 'web', slug, 'index.html'), '<!doctype html>');
  }
  await bundleFunctions('found');
  const app = createApp(loadCollectivities(root), { outdir: join(place, 'out') });
  const findings = houseChecks(app)
    .validateScope(app)
    .violations.map(
      ({ ruleName, violatingResources }) =>
        `${ruleName} ${violatingResources.map((one) => one.constructPath)}`,
    );
  const stacks = new Map(
    app.synth().stacks.map(({ stackName, template }) => [stackName, template as StackTemplate]),
  );
  const all: Found[] = [...stacks].flatMap(([stack, { Resources }]) =>
    Object.entries(Resources).map(([id, one]) => ({ ...one, id, stack, props: one.Properties ?? {} })),
  );
  return {
    stacks,
    findings,
    /** Resources of a type in all stacks. */
    of: (type: string) => all.filter(({ Type }) => Type === type),
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}

/** The new authority has its letters posted by a service and reads its scans by itself, which the demonstration does not. */
function letDiffer(file: string): void {
  const url = 'https://api.courrier.example';
  const mailingService = { url, tokenUrl: `${url}/token`, clientId: 'parvis', secretId: 'courrier' };
  const reading = { reader: 'built-in', pagesPerDay: 500 };
  const authority = { ...JSON.parse(readFileSync(file, 'utf8')), delivery: { mailingService }, reading };
  writeFileSync(file, JSON.stringify(authority));
}
