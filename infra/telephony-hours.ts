import type { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect';
import type { Authority } from '../functions/settings/authority.ts';
import { openingOf } from '../functions/telephony/opening.ts';

const weekDays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const clock = (text: string) => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return { hours, minutes };
};

/** The opening hours as Connect wants them; holidays are told by the flow's function. */
export function hoursOf(authority: Authority): CfnHoursOfOperation.HoursOfOperationConfigProperty[] {
  return openingOf(authority).hours.flatMap(({ days, from, to }) =>
    days.map((day) => ({
      day: weekDays[day - 1] as string,
      startTime: clock(from),
      endTime: clock(to),
    })),
  );
}
