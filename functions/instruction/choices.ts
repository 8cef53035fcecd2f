import type { Authority } from '../settings/authority.ts';
import type { ReplyOf } from '../shared/api.ts';
import type { readChoices } from './course-api.ts';
import { reopeningReasons, suspensionReasons } from './view-api.ts';

/** What the forms of the instruction offer. */
export const choices =
  ({ authority }: { authority(): Promise<Authority> }) =>
  async (): Promise<ReplyOf<typeof readChoices>> => {
    const { departments, bodies } = await authority();
    return {
      departments: departments.map(({ code, name }) => ({ code, name })),
      bodies: bodies.map(({ email, ...body }) => ({ ...body, email: email ?? null })),
      suspensionReasons: [...suspensionReasons],
      reopeningReasons: [...reopeningReasons],
    };
  };
