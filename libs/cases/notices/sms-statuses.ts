import { instant, type Refusal } from '@hemgang/kernel';
import type { StatusReports } from '@hemgang/notify';

/** As the provider sends it: a time in UTC, with or without saying so. */
interface ProviderStatus {
  readonly status: 'delivered' | 'failed';
  readonly delivered: string | null;
}

/** What an SMS provider tells of messages that it has taken. */
export class SmsStatuses {
  constructor(private readonly reports: StatusReports) {}

  /** An address that is not of our making writes nothing. */
  async take(
    token: string,
    { status, delivered }: ProviderStatus,
  ): Promise<{ readonly status: string } | Refusal> {
    const isOurs = await this.reports.take(token, { status, at: timeOf(delivered) });
    return isOurs ? { status } : { code: 'LINK_NOT_FOUND' };
  }
}

function timeOf(text: string | null): string | null {
  if (text === null) return null;
  const ms = Date.parse(/Z$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(ms) ? null : instant(ms);
}
