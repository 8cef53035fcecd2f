import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'preact/hooks';
import { doubts as t } from '../../ui/messages/backoffice-doubts-fr.ts';
import { newKey, queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { clerkApi, type Done, type InFile, type Strip } from './clerk-api.ts';
import { problemWords } from './problem-words.ts';
import { nextDoubt, type Spot, spotsOf, stepFrom, withDecision, withTurn } from './strip-state.ts';
import { placeWords } from './strip-words.ts';

/**
 * The strip of a file and what is decided on it. Decisions show at once and are sent one after the other, so that they keep
 * their order; one that is refused says why, and the strip is read again as it is.
 */
export function useDeciding(params: InFile, rows: 'doubtful' | 'all') {
  const { me } = useSignedIn();
  const queryKey = ['doubts', params.id, params.fileId, rows];
  const strip = useQuery({
    queryKey,
    queryFn: () => clerkApi.doubts(params, rows),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const [at, setAt] = useState<number | null>(null);
  const [said, say] = useState('');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const sending = useRef<Promise<unknown>>(Promise.resolve());

  const now = () => queries.getQueryData<Strip>(queryKey);
  const show = (change: (strip: Strip) => Strip) =>
    queries.setQueryData<Strip>(queryKey, (before) => before && change(before));
  const spots = strip.data ? spotsOf(strip.data) : [];
  const current = spots.find(({ place }) => place.before === at) ?? nextDoubt(spots, null) ?? spots[0];

  const go = (spot: Spot | undefined, before = '') => {
    if (spot) setAt(spot.place.before);
    say([before, spot ? placeWords(spot, me.login) : ''].filter(Boolean).join(' '));
  };
  /** One request after the other; what is not known to be kept is never shown as kept. */
  const send = (work: () => Promise<Done>) => {
    setFailure(undefined);
    sending.current = sending.current.then(async () => {
      try {
        const { left: _left, ...done } = await work();
        show((before) => ({ ...before, ...done }));
      } catch (error) {
        setFailure(problemWords(error));
        await queries.invalidateQueries({ queryKey });
      }
    });
    return sending.current;
  };

  const decide = (kind: 'cut' | 'join') => {
    if (!current) return;
    const { before } = current.place;
    const key = newKey();
    show((strip) => withDecision(strip, before, kind, me.login));
    const after = now();
    const next = after && nextDoubt(spotsOf(after), before);
    if (next) go(next, t.done(kind, before));
    else {
      setAt(before);
      say(`${t.done(kind, before)} ${t.allDecided}.`);
    }
    void send(() => clerkApi.decide(params, { kind, before }, key));
  };
  const rotate = (page = current?.right.page) => {
    if (page === undefined) return;
    const key = newKey();
    show((strip) => withTurn(strip, page));
    say(t.rotated(page));
    void send(() => clerkApi.decide(params, { kind: 'rotate', page, degrees: 90 }, key));
  };
  const undo = () => {
    setFailure(undefined);
    sending.current = sending.current.then(async () => {
      const last = now()?.undo;
      if (!last) return say(t.nothingToUndo);
      try {
        await clerkApi.undo(params, last.deedId);
        await queries.invalidateQueries({ queryKey });
        if (last.kind === 'cut' || last.kind === 'join') setAt(last.page);
        say(t.undone(last.kind, last.page));
      } catch (error) {
        setFailure(problemWords(error));
        await queries.invalidateQueries({ queryKey });
      }
    });
  };
  const next = (): boolean => {
    const spot = current && nextDoubt(spots, current.place.before);
    if (spot) go(spot);
    else say(t.noOtherDoubt);
    return Boolean(spot);
  };
  const step = (by: 1 | -1) => go(stepFrom(spots, current?.place.before ?? null, by));
  /** Answers whether the file was given on. */
  const settle = async (): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setFailure(undefined);
    await sending.current;
    try {
      await clerkApi.settle(params);
      return true;
    } catch (error) {
      setFailure(problemWords(error));
      await queries.invalidateQueries({ queryKey });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { strip, spots, current, said, failure, busy, decide, rotate, undo, next, step, go, settle };
}
