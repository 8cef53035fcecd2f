import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/**
 * Builds and synthesizes in a thread of its own: what CDK and the bundler hold in memory goes with it, and the database
 * starts meanwhile.
 * @returns folder of the assembly
 */
export function synthesizeApart(collectivity: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { collectivity } });
    worker.once('message', (folder: string) => {
      resolve(folder);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the synthesis ended without a template')));
  });
}

if (!isMainThread && parentPort) {
  const { synthesize } = await import('../synth.ts');
  const { collectivity } = workerData as { collectivity: string };
  parentPort.postMessage(await synthesize({ collectivity, nag: false }));
}
