import { useEffect, useState } from 'preact/hooks';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import type { readProcedure } from '../../../functions/procedures/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';

import { inThisLanguage } from '../written.ts';

export type Loaded = { procedure?: Procedure; problem?: string; retry: () => void };

/** The procedure as published now; `known` (from the page or a draft) is shown until it arrives, or if it does not. */
export function useProcedure(id: string, known: Procedure | undefined): Loaded {
  const [fresh, setFresh] = useState<Procedure>();
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setProblem(undefined);
    call<typeof readProcedure>('GET /api/public/procedures/{id}', {
      params: { id },
      query: inThisLanguage,
    }).then(setFresh, (error) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected'));
  }, [id, attempt]);
  const same = fresh && known && fresh.revision === known.revision;
  return {
    procedure: same ? known : (fresh ?? known),
    problem,
    retry: () => setAttempt((count) => count + 1),
  };
}
