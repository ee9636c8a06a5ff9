import { defineCommand, noPayload, type CommandDeclaration } from '@hemgang/engine';
import type { DispatchContext } from './context';

/** Group that the commands of a dispatch are addressed to. */
export const DISPATCH = 'dispatch';

export const WARD = ['ward-staff', 'physician'];

const reportSent = defineCommand<DispatchContext, Record<string, never>>({
  name: 'report-sent',
  to: DISPATCH,
  payload: noPayload,
  content: [],
  roles: WARD,
  label: {
    sv: 'Skickat till mottagaren utan konto',
    en: 'Sent to the receiver without an account',
  },
  consequence: {
    sv: 'Det antecknas till vem, hur och när allt som väntade skickades. Mottagarens tid räknas från dess.',
    en: 'It is noted to whom, how and when all that was waiting was sent. The receiver’s time counts from then.',
  },
  possibleWhen: {
    sv: 'Kan göras när något väntar på att skickas till en mottagare utan konto.',
    en: 'Possible when something is waiting to be sent to a receiver without an account.',
  },
  rule: 'avtal externt',
  refuse: [],
  makulera: 'returns',
  example: {},
});

/** What the ward does for a receiver outside. */
export const dispatchCommands: readonly CommandDeclaration[] = [reportSent];
