import type { listNotices } from '../../../functions/telephony/agent-api.ts';
import { call } from '../../ui/api.ts';

/** Messages that are on; apart, since every page asks for it. */
export const readNotices = () => call<typeof listNotices>('GET /api/agent/notices', {});
