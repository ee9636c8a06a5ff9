export { GIVE_UP_AFTER_MS, retryAfterMs } from './back-off';
export { cloudEvent, type WebhookFact } from './cloud-event';
export { urlFault, type UrlFault } from './endpoint-url';
export type { WebhookOutcome, WebhookTry } from './outcome';
export { postOnce, type PostSettings } from './post';
export { newSecret, signedHeaders } from './secret';
export { WEBHOOK_KINDS, type WebhookKind } from './webhook-kinds';
