import type { CaseView, DutyView, EventView, PartyView, UnitView } from '@hemgang/cases';
import { formatAge, formatInstant, type Instant, type Language, type Text } from '@hemgang/kernel';
import { CASE_ID, NO_CASE_ID } from './case-id';
import { cannot, type Command } from './command';
import { OUTCOMES } from './outcome-words';
import { withService } from './with-service';

const WORDS = {
  version: { sv: 'version', en: 'version' },
  duties: { sv: 'Öppna uppgifter', en: 'Open duties' },
  noDuties: { sv: 'inga', en: 'none' },
  parties: { sv: 'Parter', en: 'Parties' },
  events: { sv: 'Händelser', en: 'Timeline' },
  phone: { sv: 'tfn', en: 'phone' },
  taken: { sv: 'tagen av', en: 'taken by' },
  due: { sv: 'klart senast', en: 'due' },
  noDue: { sv: 'ingen tidsgräns', en: 'no time limit' },
  open: { sv: 'öppen i', en: 'open for' },
  overdue: { sv: 'FÖRSENAD', en: 'OVERDUE' },
  since: { sv: 'sedan', en: 'since' },
  seen: { sv: 'sett', en: 'seen' },
  system: { sv: 'systemet', en: 'the system' },
} as const satisfies Record<string, Text>;

type Say = (word: keyof typeof WORDS) => string;

/** Tells an operator where a case stands and how it came there, without anything about the patient. */
export const caseShow: Command = {
  name: 'case show',
  usage: 'ID',
  summary: {
    sv: 'visar ett ärendes läge, uppgifter och händelser, utan patientuppgifter',
    en: 'shows the state, duties and timeline of a case, without patient data',
  },
  switches: [],
  operands: 1,
  async run(call) {
    const [id = ''] = call.operands;
    if (!CASE_ID.test(id)) return { code: 2, why: NO_CASE_ID };
    return withService(call, async ({ views, clock }) => {
      const found = await views.inspect(id, call.language);
      if (found === null) return cannot('Ärendet finns inte.', 'There is no such case.');
      const { view, events } = found;
      const lines = linesOf(view, events, clock.now(), call.language);
      return { code: 0, lines, data: { case: processOf(view), events } };
    });
  },
};

/** What belongs to the process, of every type. Named one by one: a new field of a view stays out. */
const PROCESS: readonly string[] = [
  ...['id', 'type', 'version', 'state', 'stateText', 'why', 'openedAt', 'endedAt', 'closedAt'],
  ...['expectedDischargeAt', 'utskrivningsklar', 'ending', 'permission'],
  ...['duties', 'parties', 'handovers', 'moves'],
];

function processOf(view: CaseView): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(view).filter(([field]) => PROCESS.includes(field)));
}

function linesOf(
  view: CaseView,
  events: readonly EventView[],
  now: Instant,
  language: Language,
): string[] {
  const say: Say = (word) => WORDS[word][language];
  const open = view.duties.filter(({ closedAt }) => closedAt === null);
  const duties = open.flatMap((duty) => dutyLines(duty, now, language, say));
  return [
    `${view.type} ${view.id} · ${view.stateText} · ${say('version')} ${view.version}`,
    view.why,
    '',
    `${say('duties')}:`,
    ...(duties.length === 0 ? [`  ${say('noDuties')}`] : duties),
    '',
    `${say('parties')}:`,
    ...view.parties.map((party) => partyLine(party, language, say)),
    '',
    `${say('events')}:`,
    ...events.flatMap((event) => eventLines(event, view.duties, language)),
  ];
}

function dutyLines(duty: DutyView, now: Instant, language: Language, say: Say): string[] {
  const { title, rule, owner, dueAt, openedAt, overdue } = duty;
  const age = Date.parse(now) - Date.parse(openedAt);
  const due = dueAt === null ? say('noDue') : `${say('due')} ${formatInstant(dueAt, language)}`;
  const parts = [
    due,
    `${say('open')} ${formatAge(age, language)}`,
    ...(overdue ? [say('overdue')] : []),
    ...(owner.person === null ? [] : [`${say('taken')} ${owner.person.name}`]),
  ];
  return [
    `  ${title} (${rule})`,
    `    ${reached(owner.unit, say)} · ${owner.huvudman}`,
    `    ${parts.join(' · ')}`,
  ];
}

function partyLine(
  { id, unit, huvudman, since, seenAt }: PartyView,
  language: Language,
  say: Say,
): string {
  const seen = seenAt === null ? [] : [`${say('seen')} ${formatInstant(seenAt, language)}`];
  return [
    `  ${id}: ${reached(unit, say)}`,
    huvudman,
    `${say('since')} ${formatInstant(since, language)}`,
    ...seen,
  ].join(' · ');
}

function eventLines(event: EventView, duties: readonly DutyView[], language: Language): string[] {
  const { seq, occurredAt, title, actor, opened, closed } = event;
  const who = [actor.person?.name, actor.unit?.name].filter(Boolean).join(', ');
  const when = formatInstant(occurredAt, language);
  const whose = (id: string) => duties.find((duty) => duty.id === id)?.owner.unit.name ?? '';
  const became = (outcome: string) => OUTCOMES[outcome]?.[language] ?? outcome;
  return [
    `  ${String(seq).padStart(3)}  ${when}  ${title} · ${who || WORDS.system[language]}`,
    ...opened.map((duty) => `         + ${duty.title} · ${whose(duty.id)}`),
    ...closed.map(
      (duty) => `         – ${duty.title} · ${whose(duty.id)} (${became(duty.outcome)})`,
    ),
  ];
}

function reached({ name, phone }: UnitView, say: Say): string {
  return `${name}, ${say('phone')} ${phone}`;
}
