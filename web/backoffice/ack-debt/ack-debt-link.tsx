import { useQuery } from '@tanstack/react-query';
import { MailIcon } from '../../ui/icons.tsx';
import { ackDebt as t } from '../../ui/messages/backoffice-ack-debt-fr.ts';
import { base } from '../routes.ts';
import { ackDebtApi, address } from './ack-debt-api.ts';

/** How many acknowledgements are owed, on the board: nothing is shown when none is. */
export function AckDebtLink({ department }: { department: string | null }) {
  const { data } = useQuery({
    queryKey: ['ack-debt', 'counts'],
    queryFn: () => ackDebtApi({ limit: 1 }),
    refetchInterval: 60_000,
    retry: false,
  });
  const counts = (data?.counts ?? []).filter((each) => !department || each.department === department);
  const total = counts.reduce((sum, each) => sum + each.total, 0);
  if (total === 0) return null;
  const late = counts.reduce((sum, each) => sum + each.late, 0);
  return (
    <p class={`ack-debt-link ${late > 0 ? 'late' : ''}`}>
      <a href={address(base, department)}>
        <MailIcon />
        {t.link(total, late)}
      </a>
    </p>
  );
}
