import { useQuery } from '@tanstack/react-query';
import { lazily } from '../../ui/lazily.tsx';
import { paymentsApi } from './payments-api.ts';

const OwedNotice = lazily(async () => (await import('./owed-notice.tsx')).OwedNotice);

/** What is owed for a request, above its file: whoever instructs it sees at once that it is not paid. Nothing when nothing is owed. */
export function RequestPayments({ reference }: { reference: string }) {
  const { data } = useQuery({
    queryKey: ['request-payments', reference],
    queryFn: () => paymentsApi.ofRequest(reference),
    retry: false,
    staleTime: 60_000,
  });
  const found = data?.payments ?? [];
  return found.length === 0 ? null : <OwedNotice found={found} />;
}
