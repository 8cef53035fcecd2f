import { useEffect, useRef, useState } from 'preact/hooks';
import type * as needed from '../../../functions/safe/needed-api.ts';
import type * as operations from '../../../functions/safe/safe-api.ts';
import type { SafeView } from '../../../functions/safe/safe-api.ts';
import { type AnswerOf, ApiProblem, call } from '../../ui/api.ts';

export type SafeList = AnswerOf<typeof operations.listSafe>;
export type Where = 'safe' | 'bin';
const path = '/api/citizen/safe';
export const codeOf = (error: unknown): string => (error instanceof ApiProblem ? error.code : 'unexpected');
const isUnderWay = ({ reading, scan }: SafeView) => reading === 'pending' || scan === 'pending';
/** Reading takes some seconds; whoever waits longer sees it the next time. */
const lookEveryMs = 1_500;
const mostLooks = 80;

/** One part of the safe, a page at a time; documents that are being read are looked at again until they are. */
export function useSafe(where: Where) {
  const [list, setList] = useState<SafeList>();
  const [problem, setProblem] = useState<string>();
  const looks = useRef(0);

  const load = async (after?: string) => {
    setProblem(undefined);
    try {
      const page = await call<typeof operations.listSafe>(`GET ${path}`, { query: { where, after } });
      setList((before) =>
        after && before ? { ...page, documents: [...before.documents, ...page.documents] } : page,
      );
    } catch (error) {
      setProblem(codeOf(error));
    }
  };
  useEffect(() => {
    setList(undefined);
    void load();
  }, [where]);

  /** Shows a document as it is now: in its place, or first when it is new. */
  const put = (document: SafeView) =>
    setList((before) => {
      if (!before) return before;
      const isThere = before.documents.some(({ id }) => id === document.id);
      const documents = isThere
        ? before.documents.map((one) => (one.id === document.id ? document : one))
        : [document, ...before.documents];
      return { ...before, documents, used: before.used + (isThere ? 0 : document.size) };
    });
  const drop = (id: string) =>
    setList((before) =>
      before ? { ...before, documents: before.documents.filter((one) => one.id !== id) } : before,
    );

  const waiting =
    list?.documents
      .filter(isUnderWay)
      .map(({ id }) => id)
      .join() ?? '';
  useEffect(() => {
    if (waiting === '' || where === 'bin') return;
    const timer = setInterval(() => {
      looks.current += 1;
      if (looks.current > mostLooks) return clearInterval(timer);
      for (const id of waiting.split(','))
        void call<typeof operations.readSafeDocument>(`GET ${path}/{id}`, { params: { id } })
          .then(put)
          .catch(() => undefined);
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [waiting, where]);

  return {
    ...{ list, problem, load, put, drop },
    async keep(uploadId: string, name: string): Promise<SafeView> {
      looks.current = 0;
      const kept = await call<typeof operations.keepInSafe>(
        `POST ${path}`,
        { body: { uploadId, name, type: null } },
        { patience: 40_000 },
      );
      put(kept);
      return kept;
    },
    async remove({ id }: SafeView, until: 'bin' | 'ever'): Promise<void> {
      await call<typeof operations.binSafeDocument>(`DELETE ${path}/{id}`, {
        params: { id },
        query: { for: until },
      });
      drop(id);
    },
    async restore({ id }: SafeView): Promise<void> {
      await call<typeof operations.restoreSafeDocument>(`POST ${path}/{id}/restore`, { params: { id } });
      drop(id);
    },
    async warnByMail(byMail: boolean): Promise<void> {
      await call<typeof needed.chooseWarnings>(`PUT ${path}/warnings`, { body: { byMail } });
      setList((before) => (before ? { ...before, warnByMail: byMail } : before));
    },
  };
}

export const startUpload = (file: { name: string; contentType: string; size: number }) =>
  call<typeof operations.startSafeUpload>(`POST ${path}/uploads`, { body: file });
export const contentOf = (id: string, how: 'show' | 'save') =>
  call<typeof operations.readSafeContent>(`GET ${path}/{id}/content`, { params: { id }, query: { how } });
export const correct = (id: string, body: Parameters<typeof sendCorrection>[1]) => sendCorrection(id, body);
const sendCorrection = (
  id: string,
  body: Parameters<typeof call<typeof operations.correctSafeDocument>>[1]['body'],
): Promise<SafeView> =>
  call<typeof operations.correctSafeDocument>(`PATCH ${path}/{id}`, { params: { id }, body });
export const readDocument = (id: string): Promise<SafeView> =>
  call<typeof operations.readSafeDocument>(`GET ${path}/{id}`, { params: { id } });
