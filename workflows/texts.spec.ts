import { overlayCommands } from '@hemgang/engine';
import { isCitation, type Text } from '@hemgang/kernel';
import { ATAGANDE_WORDS } from '@workflows/atagande';
import { HANDOVER_WORDS } from '@workflows/handover';
import { MESSAGE_WORDS } from '@workflows/message';
import { MOVE_WORDS } from '@workflows/move';
import { AVVIKELSE_WORDS, CATEGORY_WORDS, CONSEQUENCE_WORDS } from '@workflows/avvikelse';
import { DISCHARGE_WORDS, ENDING_WORDS, READINESS_WORDS } from '@workflows/discharge';
import { PARTICIPANT_WORDS, SIP_WORDS } from '@workflows/sip';
import { WORKFLOWS } from './all.testing';

const commands = WORKFLOWS.flatMap((workflow) => [
  workflow.open,
  ...workflow.commands,
  ...overlayCommands(workflow),
]);
const duties = WORKFLOWS.flatMap(({ machines }) => machines).flatMap(({ kind, duties: declared }) =>
  Object.entries(declared).map(([key, duty]) => ({ name: `${kind} ${key}`, ...duty })),
);

const texts: readonly (readonly [where: string, text: Text])[] = [
  ...commands.flatMap(({ name, label, consequence, possibleWhen, refuse }) => [
    [`${name} label`, label] as const,
    [`${name} consequence`, consequence] as const,
    [`${name} possibleWhen`, possibleWhen] as const,
    ...refuse.map(({ why }, index) => [`${name} refusal ${index + 1}`, why] as const),
  ]),
  ...duties.flatMap(({ name, title, waitsFor }) => [
    [`${name} title`, title] as const,
    [`${name} waitsFor`, waitsFor] as const,
  ]),
  ...[
    DISCHARGE_WORDS,
    HANDOVER_WORDS,
    MOVE_WORDS,
    ENDING_WORDS,
    ATAGANDE_WORDS,
    MESSAGE_WORDS,
    READINESS_WORDS,
    SIP_WORDS,
    PARTICIPANT_WORDS,
    AVVIKELSE_WORDS,
    CATEGORY_WORDS,
    CONSEQUENCE_WORDS,
  ].flatMap((words) => Object.entries<Text>(words)),
  ...WORKFLOWS.flatMap(({ facts }) => facts.map(({ name, label }) => [name, label] as const)),
];

/** Common words of one language that are none of the other. */
const ENGLISH = /\b(the|and|of|has|have|been|with|when|your|you|this|that|which|must|from|is)\b/i;
const SWEDISH = /\b(och|att|som|har|inte|med|när|eller|ska|kan|till|från|det|ett)\b/i;

/** Swedish names that stay Swedish in English, because law and counties name them so. */
const NAMES = /fast vårdkontakt|hälsocentral|utskrivningsklar|personnummer/gi;

describe('words for people', () => {
  it('are many', () => {
    expect(texts.length).toBeGreaterThan(100);
  });

  it('are said in both languages', () => {
    const faulty = texts.filter(
      ([, { sv, en }]) =>
        sv.trim() !== sv || en.trim() !== en || sv.length < 3 || en.length < 3 || sv === en,
    );
    expect(faulty).toEqual([]);
  });

  it('have nothing of the other language left in them', () => {
    const faulty = texts.filter(([, { sv, en }]) => {
      const english = en.replace(NAMES, '');
      return ENGLISH.test(sv) || SWEDISH.test(english) || /[åäö]/i.test(english);
    });
    expect(faulty).toEqual([]);
    expect('Patienten is ready').toMatch(ENGLISH);
    expect('the patient kan gå').toMatch(SWEDISH);
  });

  it('sentences end like sentences, labels do not', () => {
    for (const { consequence, possibleWhen, refuse, label } of commands) {
      for (const { sv, en } of [consequence, possibleWhen, ...refuse.map(({ why }) => why)]) {
        expect([sv, en]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
      }
      expect([label.sv, label.en].join()).not.toMatch(/\.$/);
    }
  });

  it('a duty has the same name for every kind of receiver', () => {
    const titles = new Map<string, string>();
    for (const { name, title } of duties) {
      const key = name.slice(name.indexOf(' ') + 1);
      expect(titles.get(key) ?? title.sv).toBe(title.sv);
      titles.set(key, title.sv);
    }
    expect(new Set(titles.values()).size).toBe(titles.size);
  });
});

describe('every rule that is cited', () => {
  it('by a command, a refusal or a duty is in the table', () => {
    const cited = [
      ...commands.flatMap(({ rule, refuse }) => [rule, ...refuse.map((each) => each.rule)]),
      ...duties.map(({ rule }) => rule),
    ];
    expect(cited.length).toBeGreaterThan(50);
    expect(cited.filter((citation) => !isCitation(citation))).toEqual([]);
  });
});
