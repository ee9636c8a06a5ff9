import type { SipSheet } from '@hemgang/cases';
import { filled, html, said, type Markup, type Piece } from '@hemgang/kernel';
import type { HeadingKey } from './headings';
import {
  facts,
  ownLines,
  part,
  phone,
  sentence,
  sheetPage,
  written,
  writtenList,
  type SheetWish,
} from './sheet-frame';
import { dayInWords, SHEET_WORDS, timeInWords } from './sheet-words';
import { CONSENT_WORDS, CONTACTS, SIP_WORDS, STATUSES, WAYS, WRITTEN } from './sip-sheet-words';

type PlanContent = NonNullable<SipSheet['plan']>;

/** A SIP as the person has it on paper. @param canPdf whether a PDF can be made */
export function sipSheetPage(sheet: SipSheet, wish: SheetWish, canPdf: boolean): string {
  const { name, isProtected, printedAt, plan } = sheet;
  const body = [
    introduction(sheet, wish),
    ...(plan === null ? [] : planParts(plan, wish)),
    peoplePart(sheet, wish),
    meetingPart(sheet, wish),
  ];
  return sheetPage({ title: 'plan', name, isProtected, printedAt, body }, wish, canPdf);
}

function introduction(sheet: SipSheet, wish: SheetWish): Piece {
  const { form, written: state, plan, isProtected, consent } = sheet;
  const unit = { unit: said(sheet.responsible.name) };
  const missing = isProtected ? SIP_WORDS.protected : SIP_WORDS.notHere;
  const agreed = CONSENT_WORDS[consent];
  return [
    sentence(form === 'sip' ? SIP_WORDS.sip : SIP_WORDS.vardplan, wish),
    sentence(WRITTEN[state], wish),
    agreed && sentence(agreed, wish, unit),
    state !== 'none' && plan === null ? sentence(missing, wish, unit) : null,
  ];
}

function planParts(plan: PlanContent, wish: SheetWish): Piece[] {
  const list = (key: HeadingKey, items: readonly string[]) =>
    items.length === 0 ? null : part(key, wish, writtenList(items));
  const own = plan.ownActions.length === 0 ? null : writtenList(plan.ownActions);
  return [
    part('matters', wish, written(plan.matters)),
    goalsPart(plan, wish),
    list('needs', plan.needs),
    othersPart(plan, wish),
    part('myself', wish, own, ownLines(wish)),
    list('others', plan.measuresByOthers),
    part(
      'worse',
      wish,
      plan.crisisPlan === null ? null : written(plan.crisisPlan),
      sentence(SHEET_WORDS.advice, wish),
      sentence(SHEET_WORDS.emergency, wish),
    ),
  ];
}

type Measures = PlanContent['measures'];

/** The measures that serve no goal of the plan, and those that do. */
function parted({ goals, measures }: PlanContent): readonly [others: Measures, served: Measures] {
  const isOther = ({ goal }: Measures[number]) => goal === null || goal > goals.length;
  return [measures.filter(isOther), measures.filter((measure) => !isOther(measure))];
}

/** Each goal with what is done for it; a list where no measure says which goal it serves. */
function goalsPart(plan: PlanContent, wish: SheetWish): Piece {
  const [, served] = parted(plan);
  if (plan.goals.length === 0) return null;
  if (served.length === 0) return part('goals', wish, writtenList(plan.goals));
  const each = plan.goals.map(
    (text, index) =>
      html`<h3>${said(text)}</h3>
        ${served
          .filter(({ goal }) => goal === index + 1)
          .map((measure) => measurePart(measure, wish))}`,
  );
  return part('goals', wish, each);
}

function othersPart(plan: PlanContent, wish: SheetWish): Piece {
  const [others, served] = parted(plan);
  if (others.length === 0) return null;
  return part(
    'measures',
    wish,
    served.length === 0 ? null : sentence(SIP_WORDS.otherMeasures, wish),
    others.map((measure) => measurePart(measure, wish)),
  );
}

function measurePart(measure: PlanContent['measures'][number], wish: SheetWish): Markup {
  const { what, unit, huvudman, person, by, status } = measure;
  const { language } = wish;
  const day =
    by === null
      ? SIP_WORDS.noDay[language]
      : filled(SIP_WORDS.by[language], { day: dayInWords(by, language) });
  const who = [
    person === null ? null : html`${said(person)}, `,
    html`${said(unit.name)}, ${said(huvudman.name)}`,
  ];
  return html`${written(what)}
  ${facts([
    [SHEET_WORDS.who[language], who],
    [SHEET_WORDS.phone[language], phone(unit.phone, wish)],
    [SHEET_WORDS.when[language], day],
    [SIP_WORDS.status[language], STATUSES[status]?.[language] ?? null],
  ])}`;
}

/** Everybody once: those of the plan, those who are named, and who answers for it. */
function peoplePart({ plan, contacts, responsible }: SipSheet, wish: SheetWish): Markup {
  const { language } = wish;
  const telephone = SHEET_WORDS.phone[language];
  const named = contacts.flatMap(({ kind, name, phone: number, unit }) =>
    name === null ? [] : [{ role: CONTACTS[kind]?.[language] ?? kind, name, number, unit }],
  );
  const ofPlan = (plan?.contacts ?? [])
    .filter(({ name }) => !named.some((each) => each.name === name))
    .map(({ role, name, phone: number }) => ({ role, name, number, unit: null }));
  return part(
    'people',
    wish,
    [...named, ...ofPlan].map(({ role, name, number, unit }) =>
      facts([
        [SHEET_WORDS.who[language], html`${said(name)}, ${said(role)}`],
        [telephone, phone(number ?? unit?.phone ?? null, wish)],
      ]),
    ),
    facts([
      [SIP_WORDS.answersFor[language], said(responsible.name)],
      [telephone, phone(responsible.phone, wish)],
    ]),
  );
}

function meetingPart({ meeting, followUpOn, responsible }: SipSheet, wish: SheetWish): Markup {
  const { language } = wish;
  const isOpen = meeting === null && followUpOn === null;
  return part(
    'meeting',
    wish,
    meeting &&
      sentence(SIP_WORDS.meeting, wish, {
        time: timeInWords(meeting.at, language),
        way: WAYS[meeting.way]?.[language] ?? meeting.way,
      }),
    meeting?.place == null ? null : written(meeting.place),
    followUpOn && sentence(SIP_WORDS.followUp, wish, { day: dayInWords(followUpOn, language) }),
    isOpen ? sentence(SIP_WORDS.noTime, wish, { unit: said(responsible.name) }) : null,
  );
}
