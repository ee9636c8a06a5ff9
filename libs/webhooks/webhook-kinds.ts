/** What an endpoint can be told, by the words of its settings; the event's type has `PREFIX` before. */
export const WEBHOOK_KINDS = ['case.told', 'duty.opened', 'duty.closed', 'duty.reminded'] as const;

export type WebhookKind = (typeof WEBHOOK_KINDS)[number];
