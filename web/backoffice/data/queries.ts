import { MutationCache, QueryCache, QueryClient, useQuery } from '@tanstack/react-query';
import { ApiProblem } from '../../ui/api.ts';
import { agentApi, type Session } from './agent-api.ts';
import { sayEnded } from './session-end.ts';

/** Answers stay fresh half a minute; what the client already retries (network) is not retried again here. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: { staleTime: 30_000, retry: false, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

export const isCode = (error: unknown, code: string): boolean =>
  error instanceof ApiProblem && error.code === code;

/** Without a network, whoever last read the signature book on this device: its pages go on, and the others say why not. */
async function whoIsThere(): Promise<Session> {
  try {
    return await agentApi.me();
  } catch (error) {
    const { keptSession } = isCode(error, 'network') ? await import('../signatures/device.ts') : {};
    const kept = await keptSession?.();
    if (!kept) throw error;
    return kept;
  }
}
export const useSession = () =>
  useQuery({ queryKey: ['me'], queryFn: whoIsThere, staleTime: 300_000, networkMode: 'always' });

/** Names of the colleagues of a department, by login. */
export function useColleagues(department: string | null) {
  return useQuery({
    queryKey: ['colleagues', department],
    queryFn: () => agentApi.colleagues(department ?? ''),
    enabled: Boolean(department),
    staleTime: 600_000,
  });
}
export const useProcedures = () =>
  useQuery({ queryKey: ['procedures'], queryFn: agentApi.procedures, staleTime: 600_000 });

export const newKey = (): string => crypto.randomUUID();

function noticeEnd(error: Error): void {
  if (isCode(error, 'unauthenticated') && queries.getQueryData(['me'])) sayEnded();
}
