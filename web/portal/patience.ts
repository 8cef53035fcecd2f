import { ApiProblem } from '../ui/api.ts';

/**
 * A form just sent becomes a request a moment later: asked for before that, it is not found yet. Asks again each
 * second, `times` at most, before believing it.
 */
export async function patiently<T>(ask: () => Promise<T>, times = 12): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const early = error instanceof ApiProblem && error.status === 404;
      if (!early || attempt >= times) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
