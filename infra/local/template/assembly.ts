import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type TemplateResource = {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
  Condition?: string;
};
export type Template = {
  Parameters?: Record<string, { Type: string; Default?: unknown }>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  Conditions?: Record<string, unknown>;
  Resources?: Record<string, TemplateResource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
};
export type Stack = { readonly name: string; readonly region: string; readonly template: Template };
/** A file or a folder of the assembly, by the place in S3 where the template believes it to be. */
export type Asset = {
  readonly bucket: string;
  readonly key: string;
  readonly path: string;
  readonly packaging: 'zip' | 'file';
};
export type Assembly = { readonly stacks: Stack[]; readonly assets: Map<string, Asset> };

type Manifest = {
  artifacts?: Record<
    string,
    { type: string; environment?: string; properties?: { templateFile?: string; stackName?: string } }
  >;
};
type AssetManifest = {
  files?: Record<
    string,
    {
      source: { path?: string; packaging?: 'zip' | 'file' };
      destinations: Record<string, { bucketName: string; objectKey: string }>;
    }
  >;
};

/** Reads what `cdk synth` wrote: every template of the folder, with the name and region its manifest gives it. */
export function readAssembly(folder: string, here: { region: string; accountId: string }): Assembly {
  const manifestFile = join(folder, 'manifest.json');
  const manifest: Manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
  const named = new Map(
    Object.entries(manifest.artifacts ?? {})
      .filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack')
      .map(([id, { properties, environment }]) => [
        properties?.templateFile ?? `${id}.template.json`,
        { name: properties?.stackName ?? id, region: environment?.split('/').at(-1) ?? '' },
      ]),
  );
  const files = readdirSync(folder);
  const stacks = files
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => {
      const known = named.get(file);
      const region = known?.region && known.region !== 'unknown-region' ? known.region : here.region;
      const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template;
      return { name: known?.name ?? file.replace('.template.json', ''), region, template };
    });
  const assets = files
    .filter((file) => file.endsWith('.assets.json'))
    .flatMap((file) => assetsOf(folder, file, here.accountId));
  return { stacks, assets: new Map(assets.map((asset) => [`${asset.bucket}/${asset.key}`, asset])) };
}

function assetsOf(folder: string, file: string, accountId: string): Asset[] {
  const manifest = JSON.parse(readFileSync(join(folder, file), 'utf8')) as AssetManifest;
  return Object.values(manifest.files ?? {}).flatMap(({ source, destinations }) =>
    source.path === undefined || source.path.endsWith('.template.json')
      ? []
      : Object.values(destinations).map(({ bucketName, objectKey }) => ({
          bucket: bucketName.replaceAll('${AWS::AccountId}', accountId),
          key: objectKey,
          path: join(folder, source.path as string),
          packaging: source.packaging ?? 'file',
        })),
  );
}
