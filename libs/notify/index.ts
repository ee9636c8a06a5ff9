export type { Attempt, Channel, Outgoing } from './channel';
export { mailChannel, type MailSettings } from './mail';
export { mailOf, smsOf, type AllowedWords, type KindWords, type Message } from './message';
export type { Notifier } from './notifier';
export { openNotify, type Notify, type PostSettings } from './open-notify';
export { planDeliveries } from './plan';
export type { Postman, PostNote } from './postman';
export { sendAt } from './rhythm';
