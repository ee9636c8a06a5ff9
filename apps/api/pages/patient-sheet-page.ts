import type { PatientSheet, SheetReceiver } from '@hemgang/cases';
import { filled, html, said, type Markup, type Piece } from '@hemgang/kernel';
import { COURSE_WORDS, HELP, OWN_LIST, PATIENT_WORDS, PLACES } from './patient-sheet-words';
import {
  facts,
  ownLines,
  part,
  phone,
  sentence,
  sheetPage,
  written,
  type SheetWish,
} from './sheet-frame';
import { dueInWords, SHEET_WORDS, timeInWords } from './sheet-words';

/** What a patient takes home, in words that most can read (B1). @param canPdf whether a PDF can be made */
export function patientSheetPage(sheet: PatientSheet, wish: SheetWish, canPdf: boolean): string {
  const { name, isProtected, printedAt } = sheet;
  const body = [
    whenPart(sheet, wish),
    whoPart(sheet, wish),
    callPart(sheet, wish),
    ownPart(sheet, wish),
    contactPart(sheet, wish),
    agreedPart(sheet, wish),
    writtenPart(sheet, wish),
  ];
  return sheetPage({ title: 'homecoming', name, isProtected, printedAt, body }, wish, canPdf);
}

function whenPart({ leftAt, expectedDischargeAt, destination }: PatientSheet, wish: SheetWish) {
  const { language } = wish;
  const when = leftAt ?? expectedDischargeAt;
  const words = leftAt === null ? PATIENT_WORDS.planned : PATIENT_WORDS.left;
  const place = destination === null ? PATIENT_WORDS.notWhere : PLACES[destination];
  return part(
    'when',
    wish,
    facts([
      [
        SHEET_WORDS.when[language],
        when === null
          ? PATIENT_WORDS.notWhen[language]
          : filled(words[language], { time: timeInWords(when, language) }),
      ],
      [PATIENT_WORDS.where[language], place[language]],
    ]),
  );
}

function whoPart({ receivers, leftAt }: PatientSheet, wish: SheetWish): Markup {
  const known = receivers.map((receiver) => receiverPart(receiver, leftAt !== null, wish));
  const none = sentence(PATIENT_WORDS.nobodyKnown, wish);
  return part('who', wish, known.length === 0 ? none : known);
}

function receiverPart(receiver: SheetReceiver, hasLeft: boolean, wish: SheetWish): Markup {
  const { kind, unit, executor } = receiver;
  const { language } = wish;
  return html`<h3>${HELP[kind]?.[language] ?? said(unit.name)}</h3>
    ${facts([
      [SHEET_WORDS.who[language], reached(unit, wish)],
      [PATIENT_WORDS.comes[language], executor && reached(executor, wish)],
      [SHEET_WORDS.when[language], whenOf(receiver, hasLeft, wish)],
    ])}`;
}

/** A unit and its number. */
function reached({ name, phone: number }: SheetReceiver['unit'], wish: SheetWish): Markup {
  return html`${said(name)}, ${phone(number, wish)}`;
}

function whenOf(
  { course, at, isOpenCare }: SheetReceiver,
  hasLeft: boolean,
  { language }: SheetWish,
): Piece {
  if (course !== 'awaited') return COURSE_WORDS[course][language];
  if (at !== null) {
    const words = isOpenCare ? PATIENT_WORDS.appointment : PATIENT_WORDS.visit;
    return filled(words[language], { time: timeInWords(at, language) });
  }
  return PATIENT_WORDS[hasLeft ? 'notWhenVisitLeft' : 'notWhenVisit'][language];
}

/** The number that somebody answers: the ward registers the call in the case, and who was to come is alerted. */
function callPart({ ward, wardAnswersAlways }: PatientSheet, wish: SheetWish): Markup {
  return html`<div class="call">
    ${part(
      'call',
      wish,
      sentence(PATIENT_WORDS.callWard, wish, { ward: said(ward.name) }),
      html`<p class="answers">${phone(ward.phone, wish)}</p>`,
      wardAnswersAlways ? sentence(PATIENT_WORDS.answersAlways, wish) : null,
      sentence(SHEET_WORDS.advice, wish),
      sentence(SHEET_WORDS.emergency, wish),
    )}
    ${part(
      'nobody',
      wish,
      sentence(PATIENT_WORDS.nobodyComes, wish, { phone: phone(ward.phone, wish) }),
      sentence(PATIENT_WORDS.sayThis, wish),
      sentence(PATIENT_WORDS.callThem, wish),
    )}
  </div>`;
}

/** Boxes to tick by hand; what the ward has ticked is said in words too. */
function ownPart({ readiness }: PatientSheet, wish: SheetWish): Markup {
  const { language } = wish;
  const items = readiness.flatMap(({ item, status }) => {
    const words = OWN_LIST[item]?.[language];
    if (words === undefined) return [];
    const isDone = status === 'done';
    const done = isDone ? ` ${PATIENT_WORDS.isDone[language]}` : '';
    return [html`<li><span aria-hidden="true">${isDone ? '☑' : '☐'}</span> ${words}${done}</li>`];
  });
  return part(
    'myself',
    wish,
    html`<ul class="ticks">
      ${items}
    </ul>`,
    ownLines(wish),
  );
}

function contactPart({ receivers }: PatientSheet, wish: SheetWish): Piece {
  const openCare = receivers.filter(({ isOpenCare }) => isOpenCare);
  if (openCare.length === 0) return null;
  const { language } = wish;
  const known = openCare.flatMap(({ contact, unit }) =>
    contact === null
      ? []
      : [
          facts([
            [SHEET_WORDS.who[language], html`${said(contact.name)}, ${said(unit.name)}`],
            [SHEET_WORDS.phone[language], phone(contact.phone ?? unit.phone, wish)],
          ]),
        ],
  );
  const none = sentence(PATIENT_WORDS.noContact, wish);
  const words = sentence(PATIENT_WORDS.contactIs, wish);
  return part('contact', wish, words, known.length === 0 ? none : known);
}

function agreedPart({ sip, promises }: PatientSheet, wish: SheetWish): Piece {
  if (sip === 'none' && promises.length === 0) return null;
  const { language } = wish;
  const plans = { none: null, offered: PATIENT_WORDS.sipOffered, called: PATIENT_WORDS.sipCalled };
  const plan = plans[sip];
  return part(
    'agreed',
    wish,
    promises.map(({ unit, text, dueAt }) => [
      written(text),
      sentence(PATIENT_WORDS.promised, wish, {
        unit: said(unit.name),
        time: dueInWords(dueAt, language),
      }),
    ]),
    plan && sentence(plan, wish),
  );
}

function writtenPart({ information, isProtected }: PatientSheet, wish: SheetWish): Markup {
  if (isProtected) return part('written', wish, sentence(PATIENT_WORDS.wardWroteProtected, wish));
  if (information.length === 0) {
    return part('written', wish, sentence(PATIENT_WORDS.wardWroteNothing, wish));
  }
  return part('written', wish, sentence(PATIENT_WORDS.wardWrote, wish), information.map(written));
}
