import { offline as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { Notice } from '../../ui/notice.tsx';

/** What is shown comes from this device. `at`: when it was read. */
export const OfflineNotice = ({ at }: { at?: string }) => (
  <div role="status">
    <Notice kind="warning" title={t.title}>
      <p>{t.text}</p>
      {at && <p class="soft">{t.fromDevice(at)}</p>}
    </Notice>
  </div>
);
