import type { PackView } from '@hemgang/cases';
import { formatInstant, type Language } from '@hemgang/kernel';
import { count, date, decimal, text, type Cell, type Table } from '../settlement/tables';
import { packWords, STATUS_WORDS, type PackWords } from './pack-words';

/** A pack as sheets of an Excel file: a pure function of what is frozen and the language. */
export function packTables(view: PackView, language: Language): readonly Table[] {
  const t = packWords(language);
  return [
    factsTable(view, language, t),
    causesTable(view, language, t),
    casesTable(view, language, t),
    agreedTable(view, language, t),
    figuresTable(view, language, t),
  ];
}

function factsTable({ content, ...view }: PackView, language: Language, t: PackWords): Table {
  const rows: readonly (readonly [string, Cell])[] = [
    [t('place'), text(content.place.name[language])],
    [t('month'), text(content.month.slice(0, 'YYYY-MM'.length))],
    [t('to'), date(content.to)],
    [t('edition'), count(view.edition)],
    [t('frozen'), text(formatInstant(view.frozenAt, language))],
    [t('frozenBy'), text(`${view.frozenBy}, ${view.huvudman}`)],
    [t('version'), count(content.version)],
    [t('position'), text(view.position)],
    [t('hash'), text(view.hash)],
  ];
  return {
    name: language === 'sv' ? 'Underlag' : 'Pack',
    head: [t('title'), t('value')],
    rows: rows.map(([name, cell]) => [text(name), cell]),
  };
}

function causesTable({ content }: PackView, language: Language, t: PackWords): Table {
  return {
    name: t('itsCauses'),
    head: [t('cause'), t('days')],
    rows: content.causes.map((each) => [
      text(each.text[language]),
      each.days === null ? text(t('hidden')) : count(each.days),
    ]),
  };
}

function casesTable({ content }: PackView, language: Language, t: PackWords): Table {
  const head = ['case', 'ward', 'allDays', 'daysOfMonth', 'unknownDays', 'itsCauses'] as const;
  return {
    name: t('cases'),
    head: head.map(t),
    rows: (content.cases ?? []).map((each) => [
      ...[text(each.case), text(each.ward[language]), count(each.days)],
      ...[count(each.daysOfMonth), count(each.unknownDays)],
      text(each.causes.map((cause) => `${cause.text[language]} (${cause.days})`).join(', ')),
    ]),
  };
}

function agreedTable({ content }: PackView, language: Language, t: PackWords): Table {
  const head = ['words', 'owner', 'due', 'lookAgain', 'status', 'note'] as const;
  return {
    name: t('agreed'),
    head: head.map(t),
    rows: content.agreed.map((each) => [
      ...[text(each.words), text(`${each.owner}, ${each.role[language]}`)],
      ...[date(each.due), date(each.lookAgain)],
      ...[text(STATUS_WORDS[each.status][language]), text(each.note)],
    ]),
  };
}

function figuresTable({ content }: PackView, language: Language, t: PackWords): Table {
  const head = ['figure', 'month', 'value', 'unit', 'numerator', 'denominator', 'rule'] as const;
  return {
    name: t('figures'),
    head: head.map(t),
    rows: content.figures.flatMap(({ title, unit, rule, series }) =>
      series.map(({ from, value, isHidden, count: part, whole }) => [
        ...[text(title[language]), date(from)],
        isHidden ? text(t('hidden')) : decimal(value),
        ...[text(unit[language]), count(part), count(whole), text(rule)],
      ]),
    ),
  };
}
