import { z } from 'zod';
import { optional, urlOf } from './variables';

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

/** The provider's limit for a name, or a number. */
const SENDER = /^(?:[A-Za-z][A-Za-z0-9]{2,10}|\+\d{6,15})$/;

/** How notices leave the application. */
export const notifyVariables = {
  SMTP_URL: optional(urlOf('smtp:', 'smtps:')),
  MAIL_FROM: optional(z.string().regex(ADDRESS)),
  SMS_URL: optional(urlOf('https:', 'http:')),
  SMS_USER: optional(z.string().min(1)),
  SMS_PASSWORD: optional(z.string().min(1)),
  SMS_FROM: optional(z.string().regex(SENDER)),
};

/** What each of them may be. */
export const NOTIFY_RULES: Readonly<Record<keyof typeof notifyVariables, string>> = {
  SMTP_URL: 'must be a mail server’s address that starts with smtps:// or smtp://, or be left out',
  MAIL_FROM: 'must be the address that mails come from, or be left out',
  SMS_URL: 'must be the address of the SMS provider, or be left out',
  SMS_USER: 'must be our user name at the SMS provider, or be left out',
  SMS_PASSWORD: 'must be our password at the SMS provider, or be left out',
  SMS_FROM: 'must be 3 to 11 letters and digits, or a number with +, or be left out',
};

/** By which mail server, and as whom. */
export interface MailConfig {
  readonly smtpUrl: string;
  readonly from: string;
}

/** By which SMS provider, and as whom. */
export interface SmsConfig {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly from: string;
}

type Given = z.output<z.ZodObject<typeof notifyVariables>>;

const SENDER_DEFAULT = 'Hemgang';
const FROM_DEMO = 'hemgang@hemgang.invalid';

/** What is missing beside what is set: a channel has all of its settings or none. */
export function halfSet(given: Given, mode: string): readonly (keyof Given)[] {
  const needed = (
    first: keyof Given,
    ...others: readonly (keyof Given)[]
  ): readonly (keyof Given)[] =>
    given[first] === undefined ? [] : others.filter((name) => given[name] === undefined);
  return [
    ...(mode === 'production' ? needed('SMTP_URL', 'MAIL_FROM') : []),
    ...needed('SMS_URL', 'SMS_USER', 'SMS_PASSWORD'),
  ];
}

export function mailOf({ SMTP_URL, MAIL_FROM }: Given): MailConfig | undefined {
  return SMTP_URL === undefined ? undefined : { smtpUrl: SMTP_URL, from: MAIL_FROM ?? FROM_DEMO };
}

export function smsOf({ SMS_URL, SMS_USER, SMS_PASSWORD, SMS_FROM }: Given): SmsConfig | undefined {
  if (SMS_URL === undefined || SMS_USER === undefined || SMS_PASSWORD === undefined) {
    return undefined;
  }
  return {
    url: SMS_URL,
    user: SMS_USER,
    password: SMS_PASSWORD,
    from: SMS_FROM ?? SENDER_DEFAULT,
  };
}
