import { useEffect, useState } from 'preact/hooks';
import type { listSlots } from '../../../functions/appointments/public-api.ts';
import { type AnswerOf, ApiProblem, call } from '../../ui/api.ts';

export type Week = AnswerOf<typeof listSlots>;

/** Free slots of a reason at a place, a week at a time; `show` leads to the week of a day, `reload` asks again. */
export function useSlots(reason: string, place: string) {
  const [week, setWeek] = useState<Week>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState<{ from?: string; turn: number }>({ turn: 0 });
  useEffect(() => {
    setWeek(undefined);
    setAsked(({ turn }) => ({ turn: turn + 1 }));
  }, [reason, place]);
  useEffect(() => {
    if (!place || asked.turn === 0) return;
    const ending = new AbortController();
    setProblem(undefined);
    call<typeof listSlots>(
      'GET /api/public/appointments/slots',
      { query: { reason, place, from: asked.from } },
      { signal: ending.signal },
    )
      .then(setWeek)
      .catch((error) => {
        if (!ending.signal.aborted) setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
      });
    return () => ending.abort();
  }, [asked]);
  return {
    week,
    problem,
    show: (from: string) => setAsked(({ turn }) => ({ from, turn: turn + 1 })),
    reload: () => setAsked(({ from, turn }) => ({ from, turn: turn + 1 })),
  };
}
