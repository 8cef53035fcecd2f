import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { SqsPort } from './aws/sqs/port.ts';
import { createBusy, type RunningBusy } from './busy.ts';
import { createClock } from './clock.ts';
import type { Context, Provisioned, Runtime } from './context.ts';
import { createControl } from './control.ts';
import { createDeliver } from './deliver.ts';
import { remember } from './deployed.ts';
import { createDynamo } from './dynamo/index.ts';
import { createEdge } from './edge/index.ts';
import { createFaults } from './faults/index.ts';
import { createFront } from './front.ts';
import { createGateway } from './gateway/index.ts';
import { createLambda } from './lambda/index.ts';
import { createMeter } from './meter.ts';
import type { Part, Parts } from './part.ts';
import { listen } from './server.ts';
import { openState } from './state.ts';
import { readAssembly } from './template/assembly.ts';
import { createCustom } from './template/custom.ts';
import { createProvisioner } from './template/provision.ts';
import { publishAssets } from './template/publish.ts';

export type Options = {
  readonly port: number;
  readonly smtpPort: number;
  readonly dataDir: string;
  readonly collectivity: string;
  /** Folder of the synthesized assembly, or how to make it: it is made while the database starts. */
  readonly assembly: string | (() => Promise<string>);
  readonly parts: Parts;
  /** Values of template parameters, beside `PublicUrl` which is always the origin. */
  readonly parameters?: Record<string, string>;
};
export type Started = { readonly ctx: Context; readonly origin: string; stop(): Promise<void> };

const SETTLED_WITHIN_MS = 2000;

/** Starts everything on one port and answers once it is ready. Throws, with everything closed again, when it cannot. */
export async function startRuntime(options: Options): Promise<Started> {
  const { port, dataDir, parts } = options;
  mkdirSync(dataDir, { recursive: true });
  const origin = `http://127.0.0.1:${port}`;
  const db = openState(dataDir);
  const clock = createClock(db);
  const busy = createBusy();
  const meter = createMeter(db);
  const runtime = {} as Runtime;
  const ctx: Context & { readonly busy: RunningBusy } = {
    port,
    origin,
    dataDir,
    db,
    clock,
    busy,
    meter,
    runtime,
    smtpPort: options.smtpPort,
    collectivity: options.collectivity,
    accountId: '000000000000',
    region: 'eu-west-3',
  };
  busy.watch(() => (clock.pending() > 0 ? [`clock: ${clock.pending()} timers due`] : []));

  let state: 'starting' | 'ready' | 'stopping' = 'starting';
  const faults = createFaults(() => clock.now());
  const control = createControl(ctx, meter, () => state === 'ready', faults);
  const front = createFront(
    control,
    () => state,
    () => clock.now(),
    faults,
  );
  const closers: (() => Promise<unknown> | undefined)[] = [async () => db.close(), async () => meter.stop()];
  const stop = async () => {
    state = 'stopping';
    for (const close of closers.splice(0).reverse())
      await Promise.resolve(close()).catch((error: Error) =>
        process.stderr.write(`stopping: ${error.stack}\n`),
      );
  };

  try {
    const server = await listen(port, front);
    const database = createDynamo(ctx);
    closers.push(async () => (await database.catch(() => undefined))?.stop?.());
    closers.push(() => server.close());
    const folder = typeof options.assembly === 'string' ? options.assembly : await options.assembly();
    const dynamo = await database;
    const assembly = readAssembly(folder, ctx);
    const services: Part[] = [];
    const sqs = () => (services.find(({ name }) => name === 'sqs') as Part & { port: SqsPort }).port;
    const lambda = createLambda(ctx, {
      ...{ assembly, offset: clock.shared, meter, faults },
      sources: { sqs, dynamo },
    });
    const gateway = createGateway(ctx, lambda);
    const edge = createEdge(ctx, gateway);
    const custom = createCustom(ctx, { assembly, lambda });
    services.push(dynamo, lambda, gateway, edge, custom);
    for (const make of parts.services) services.push(await make(ctx));
    Object.assign(runtime, ...services.map((part) => part.runtime ?? {}));
    runtime.deliver ??= createDeliver(runtime);
    closers.push(...services.filter((part) => part !== dynamo).map((part) => () => part.stop?.()), () =>
      clock.stop(),
    );
    front.mount({
      services,
      lambda,
      edge,
      gateway,
      custom,
      tools: await parts.tools?.(ctx),
      oidc: await parts.oidc?.(ctx),
    });

    const byName = new Map(services.map((part) => [part.name, part]));
    const provisioner = createProvisioner({
      assembly,
      accountId: ctx.accountId,
      parameters: { ...options.parameters, PublicUrl: origin },
      async serve(name, resource) {
        const part = byName.get(name);
        if (!part?.resource) throw new Error(`the part "${name}" of the runtime is missing`);
        const provisioned = reachable(resource.type, await part.resource(resource), ctx);
        remember(ctx, resource, provisioned);
        return provisioned;
      },
    });
    await publishAssets(ctx, assembly, byName.get('s3'));
    await provisioner.resources();
    // Functions last: queues give back what a former run had in hand before anything takes from them.
    for (const part of [...services.filter((one) => one !== lambda), lambda]) await part.start?.();
    clock.resume(() => settled(() => busy.first('clock:')));
    await provisioner.finish();
    lambda.begin();
    state = 'ready';
    return { ctx, origin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Between two timers that fall due together after a jump: lets the effects of the first end, within reason. */
async function settled(working: () => string | undefined): Promise<void> {
  const until = Date.now() + SETTLED_WITHIN_MS;
  while (Date.now() < until && working()) await pause(10);
}

/** Addresses of buckets are hosts on AWS; here they lead to this runtime. */
function reachable(type: string, provisioned: Provisioned, { port }: Context): Provisioned {
  if (type !== 'AWS::S3::Bucket') return provisioned;
  const here = `127.0.0.1:${port}/_aws/s3/${provisioned.ref}`;
  const names = ['DomainName', 'RegionalDomainName', 'DualStackDomainName'];
  return {
    ...provisioned,
    attributes: { ...provisioned.attributes, ...Object.fromEntries(names.map((name) => [name, here])) },
  };
}
