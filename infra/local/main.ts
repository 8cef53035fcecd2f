import { claim } from './pid.ts';
import { explained, readSettings, type Settings } from './settings.ts';

const STOPPED_WITHIN_MS = 9_500;
const begun = performance.now();

// Functions run in UTC, as on Lambda; the time zone must be set before anything looks at a date.
process.env.TZ = 'UTC';

// Once the terminal is closed or the reader of a pipe gone, nobody reads what is said: that is no error to be said in turn, for ever.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

// One part that stumbles must not take the others with it; what it held is taken up at the next start.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(
    event,
    (error: unknown) => void process.stderr.write(`${error instanceof Error ? error.stack : error}\n`),
  );

try {
  await main();
} catch (error) {
  fail((error as Error).message);
}

async function main() {
  const settings = readSettings(process.env);
  const held = claim(settings.dataDir);
  process.stdout.write('\n  Parvis démarre… / Parvis is starting…\n');
  try {
    // Imported late: a wrong setting is said at once, before half a second of loading.
    const [{ startRuntime }, { allParts }, { synthesizeApart }] = await Promise.all([
      import('./runtime.ts'),
      import('./parts.ts'),
      import('./synthesis.ts'),
    ]);
    const assembly = () => synthesizeApart(settings.collectivity);
    const { origin, stop } = await startRuntime({
      ...settings,
      assembly,
      parts: allParts,
      parameters: providers(settings),
    });
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.once(signal, () => void end(stop, held.release));
    announce(origin);
  } catch (error) {
    held.release();
    fail(explained(error as Error, settings));
  }
}

/** The identity providers, the payment service and the address API stood in for here, where the template expects the real ones. */
function providers({ port }: Settings): Record<string, string> {
  const here = `http://127.0.0.1:${port}`;
  return {
    ...{ AgentIssuer: `${here}/_oidc/proconnect`, CitizenIssuer: `${here}/_oidc/franceconnect` },
    PayfipUrl: `${here}/_payfip/tpa`,
    AddressBaseUrl: `${here}/_geocodage/search`,
  };
}

function announce(origin: string) {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(
    [
      '',
      `  Parvis est prêt (${seconds} s) / Parvis is ready`,
      '',
      `    portail      ${origin}/`,
      `    agents       ${origin}/agents/`,
      `    coulisses    ${origin}/local/`,
      '',
      '  Ctrl+C pour arrêter / to stop',
      '',
      '',
    ].join('\n'),
  );
}

/** Finishes what is in hand, then ends; whatever cannot end in time is taken up at the next start. */
async function end(stop: () => Promise<void>, release: () => void) {
  process.stdout.write('  Arrêt en cours… / Stopping…\n');
  setTimeout(leave, STOPPED_WITHIN_MS, release).unref();
  await stop().catch((error: Error) => process.stderr.write(`${error.stack}\n`));
  leave(release);
}

function leave(release: () => void): never {
  release();
  process.exit(0);
}

function fail(message: string): never {
  process.stderr.write(`\n${message}\n\n`);
  process.exit(1);
}
