import type { Service } from '@hemgang/cases';
import type { Config } from '@hemgang/config';
import { mailChannel, smsChannel, type Channel } from '@hemgang/notify';
import type { Logger } from '@hemgang/observability';
import type { Round } from './loop';

/** A message that is due waits no longer. */
const POLL_MS = 1_000;

/** What carries notices out of the application, in rounds. */
export interface Posting {
  round(): Promise<Round>;
  close(): void;
}

/** The postman of this worker, with the channels that the environment names. */
export function postingOf(service: Service, config: Config, log: Logger): Posting {
  const { notify } = service;
  const { mail, sms } = config;
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const channels: readonly Channel[] = [
    ...(mail === undefined ? [] : [mailChannel(mail)]),
    ...(sms === undefined ? [] : [smsChannel(sms, notify.statusTokens, publicUrl)]),
  ];
  const postman = notify.postman({
    channels,
    publicUrl,
    note: ({ outcome, ...fields }) => {
      if (outcome === 'sent') log.info(fields, 'a message was sent');
      else if (outcome === 'failed') log.warn(fields, 'a message failed');
      else log.warn(fields, 'a message is tried again');
    },
  });
  return {
    round: async () => ({ more: await postman.round(), waitMs: POLL_MS }),
    close: () => channels.forEach((channel) => channel.close()),
  };
}
