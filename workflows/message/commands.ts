import {
  areOfOneHuvudman,
  defineCommand,
  idField,
  kindGiven,
  type CommandDeclaration,
  type CommandRequest,
  type RefuseRule,
} from '@hemgang/engine';
import { RECEIVER_KINDS } from '@workflows/handover';
import { z } from 'zod';
import type { MessageContext } from './context';
import type { Forwarding } from './events';

/** Kind of the machine, and the group that its receiver's commands are addressed to. */
export const MESSAGE = 'message';

const to = MESSAGE;
const address = 'message';
const rule = 'avtal meddelande';

/** Who may read a whole case; who only carries out help is shown its own assignment and no more. */
const READING_KINDS: readonly string[] = [...RECEIVER_KINDS, 'ward'];

const acknowledgePayload = z.strictObject({ message: idField });
const forwardPayload = acknowledgePayload.extend({
  unit: idField,
  handOver: z.boolean().optional(),
});

const notOfOurs: RefuseRule<MessageContext, Forwarding> = {
  when: (_context, request) =>
    request !== null &&
    !(
      READING_KINDS.includes(kindGiven(request.given, request.payload.unit) ?? '') &&
      areOfOneHuvudman(request.given, request.payload.unit, giverOf(request))
    ),
  why: {
    sv: 'Välj en annan enhet hos er egen huvudman, som kan ta emot patienter.',
    en: 'Choose another unit of your own region or municipality that can receive patients.',
  },
  rule,
};

const hasItAlready: RefuseRule<MessageContext, Forwarding> = {
  when: ({ unit, sender, forwarded = [] }, request) =>
    request !== null &&
    [unit, sender, ...forwarded.map((each) => each.unit)].includes(request.payload.unit),
  why: { sv: 'Enheten har redan meddelandet.', en: 'The unit has the message already.' },
  rule,
};

function giverOf({ actor }: CommandRequest): string {
  return 'unit' in actor ? actor.unit : '';
}

/** What hinders the case from handing out words hinders forwarding them too. */
function ofCase<Main>(rule: RefuseRule<Main>): RefuseRule<MessageContext, Forwarding> {
  return { ...rule, when: (_context, request, main) => rule.when(main as Main, request) };
}

/**
 * What a receiver can do with a message.
 * @param roles everybody who acts for a party
 * @param refuse what refuses that words go to somebody new, by what the main machine remembers
 */
export function messageCommands<Main>(
  roles: readonly string[],
  refuse: readonly RefuseRule<Main>[] = [],
): readonly CommandDeclaration[] {
  const acknowledge = defineCommand<MessageContext, z.output<typeof acknowledgePayload>>({
    name: 'acknowledge-message',
    to,
    address,
    payload: acknowledgePayload,
    content: [],
    roles,
    label: { sv: 'Kvittera meddelandet', en: 'Acknowledge the message' },
    consequence: {
      sv: 'Avsändaren ser att ni har tagit del av det, vem som kvitterade och när. Det betyder inte att ni håller med.',
      en: 'The sender sees that you have read it, who acknowledged it and when. It does not mean that you agree.',
    },
    possibleWhen: {
      sv: 'Kan göras av den som har fått ett meddelande och varken har kvitterat eller svarat.',
      en: 'Possible for whoever has got a message and has neither acknowledged nor answered it.',
    },
    rule,
    refuse: [],
    acknowledges: ({ message }) => [message],
    makulera: 'returns',
    example: { message: 'm7-1' },
  });
  const forward = defineCommand<MessageContext, z.output<typeof forwardPayload>>({
    name: 'forward-message',
    to,
    address,
    payload: forwardPayload,
    content: [],
    lookups: { units: ({ unit }) => [unit], huvudman: ({ unit }) => [unit], patient: true },
    roles,
    label: { sv: 'Skicka meddelandet vidare inom er huvudman', en: 'Forward the message' },
    consequence: {
      sv: 'Den andra enheten får läsa och besvara meddelandet och ser ärendet från nu. Ni ska fortfarande kvittera, om ni inte lämnar över det.',
      en: 'The other unit may read and answer the message and sees the case from now on. You still owe the kvittens unless you hand it over.',
    },
    possibleWhen: {
      sv: 'Kan göras av den som har fått meddelandet och svarar för det. Det som är kvitterat kan inte lämnas över.',
      en: 'Possible for whoever has got the message and answers for it. What is acknowledged cannot be handed over.',
    },
    rule,
    refuse: [...refuse.map(ofCase), notOfOurs, hasItAlready],
    makulera: {
      refused: {
        sv: 'Den andra enheten har meddelandet. Skicka den ett nytt om det blev fel.',
        en: 'The other unit has the message. Send it a new one when that was wrong.',
      },
    },
    example: { message: 'm7-1', unit: 'umea-bistand-ost', handOver: true },
  });
  return [acknowledge, forward];
}
