import type { Answer } from '../api/answer';
import { readStaysToLink } from '../api/reads';
import type { AllowedCommand, Sip, StayToLink } from '../api/types';
import type { CaseKit } from '../case/kit';
import type { Pick, Picks } from '../form/picks';
import type { Values } from '../form/values';
import { fill, type Language } from '../language';
import { unitsOfSip, wordsOfTarget, writing } from '../messages/written-to';
import { PLAN_TIES } from '../plan/goals';
import { texts } from '../texts';
import { formatDay } from '../time';
import { ANSWER_TIES, timesToAnswer, timesToBook } from './proposed-picks';

type Content = NonNullable<Sip['sip']['plan'][number]['content']>;

/** Commands about the version of the plan that the person sees. */
const OF_VERSION = ['approve-plan', 'establish-plan'];

/** What is particular to a SIP. */
export const sipKit: CaseKit<Sip> = {
  path: 'sips',
  sideOf: ({ owner }, { sip }) => {
    const { huvudman } = sip.units.find(({ unit }) => unit.id === owner.unit.id) ?? {};
    return huvudman?.id.startsWith('region') === true ? 'region' : 'municipal';
  },
  targetOf: (command, view) => {
    const { name, target } = command;
    const { allowedCommands, sip } = view;
    const message = wordsOfTarget(command, view);
    if (message !== undefined) return message;
    const isAlone = allowedCommands.filter((other) => other.name === name).length === 1;
    const participant = sip.participants.find(({ id }) => id === target['participant']);
    return isAlone ? null : (participant?.unit.name ?? null);
  },
  offered: ({ name }, view, language, me) => {
    if (name === 'send-message') return writing(unitsOfSip(view, me));
    const { sip } = view;
    const content = sip.plan.at(-1)?.content ?? null;
    const units = planPicks(sip);
    const measures = (content?.measures ?? []).map(({ id, what }) => pick(id, what, ''));
    return {
      picks: {
        responsible: units.responsible,
        measure: measures,
        ...(name === 'draft-plan' && units),
        ...(name === 'answer-call' && { suits: timesToAnswer(sip.proposed, language) }),
        ...(name === 'book-meeting' && { '/at': timesToBook(sip.proposed, language) }),
      },
      initial: initialOf(name, sip, content),
      ...(name === 'draft-plan' && { ties: PLAN_TIES }),
      ...(name === 'answer-call' && { ties: ANSWER_TIES }),
    };
  },
  read: ({ name }, { id }, language) => (name === 'link-stay' ? stayPicks(id, language) : null),
  named: ({ sip }) => sip.units.flatMap(({ unit, huvudman }) => [unit, huvudman]),
  // Which message is answered the page knows; files are added beside the words.
  given: ['version', 'huvudman', 're', 'attachments'],
  complete,
};

/** A version begins as the one before, a meeting in the way and a follow-up on the day spoken of. */
function initialOf(name: string, sip: Sip['sip'], content: Content | null): Values {
  if (name === 'draft-plan') return asBefore(sip, content);
  if (name === 'book-meeting') return filledIn({ '/way': sip.proposed?.way ?? null });
  return name === 'establish-plan' ? filledIn({ '/followUpOn': content?.followUpOn ?? null }) : {};
}

/** Who may answer for the plan, and for a measure of it: the units that take part. */
export function planPicks({ units: all }: Sip['sip']) {
  const units = all.map(({ unit, huvudman }) => pick(unit.id, unit.name, huvudman.name));
  return { responsible: units, unit: units };
}

function pick(value: string, label: string, detail: string): Pick {
  return { value, label, detail };
}

/** The person's stays that the reader's unit takes part in, by ward and dates. */
async function stayPicks(sip: string, language: Language): Promise<Answer<Picks>> {
  const answer = await readStaysToLink(sip);
  if (!answer.ok) return answer;
  return { ok: true, data: { stay: answer.data.items.map((stay) => stayPick(stay, language)) } };
}

function stayPick({ case: id, ward, openedAt, endedAt }: StayToLink, language: Language): Pick {
  const from = formatDay(openedAt);
  const detail =
    endedAt === null
      ? fill(texts.stayGoesOn[language], { from })
      : fill(texts.stayEnded[language], { from, until: formatDay(endedAt) });
  return pick(id, ward.name, detail);
}

/** The version that the person sees, and whose each measure is. */
function complete(
  { name }: AllowedCommand,
  body: Readonly<Record<string, unknown>>,
  { sip }: Sip,
): Readonly<Record<string, unknown>> {
  if (OF_VERSION.includes(name)) return { ...body, version: sip.plan.at(-1)?.version };
  if (name !== 'draft-plan') return body;
  const measures = (body['measures'] ?? []) as readonly { readonly unit?: string }[];
  const whose = (id: string | undefined) =>
    sip.units.find(({ unit }) => unit.id === id)?.huvudman.id;
  return {
    ...body,
    measures: measures.map((measure) => ({ ...measure, huvudman: whose(measure.unit) })),
  };
}

/** A new version begins with the words of the one before. */
export function asBefore({ plan }: Sip['sip'], content: Content | null): Values {
  const last = plan.at(-1);
  if (last === undefined || content === null) return {};
  const contacts = content.contacts.map((contact, index) => [`i${index + 1}`, contact] as const);
  return filledIn({
    '/form': last.form,
    '/responsible': last.responsible.id,
    '/matters': content.matters,
    '/goals': content.goals.join('\n'),
    '/needs': content.needs.join('\n'),
    '/ownActions': content.ownActions.join('\n'),
    '/measuresByOthers': content.measuresByOthers.join('\n'),
    '/crisisPlan': content.crisisPlan,
    '/followUpOn': content.followUpOn,
    '/nextMeeting': content.nextMeeting,
    '/measures': content.measures.map(({ id }) => id),
    ...rows(
      '/measures',
      content.measures.map((each) => [
        each.id,
        { ...each, unit: each.unit.id, goal: each.goal && String(each.goal) },
      ]),
    ),
    '/contacts': contacts.map(([key]) => key),
    ...rows('/contacts', contacts),
  });
}

function rows(
  path: string,
  items: readonly (readonly [key: string, item: Readonly<Record<string, unknown>>])[],
): Record<string, string | null> {
  const fields = items.flatMap(([key, item]) =>
    Object.entries(item).map(([name, value]) => [
      `${path}/${key}/${name}`,
      typeof value === 'string' ? value : null,
    ]),
  );
  return Object.fromEntries(fields) as Record<string, string | null>;
}

function filledIn(values: Readonly<Record<string, Values[string] | null>>): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Values;
}
