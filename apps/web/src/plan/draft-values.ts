import type { PlanDraftWords } from '../api/types';
import type { Values } from '../form/values';

/** A draft in which nothing is written. */
export const NOTHING_WRITTEN: PlanDraftWords = {
  ...{ form: 'sip', responsible: null, matters: '', crisisPlan: '', measures: [], contacts: [] },
  ...{ goals: [], needs: [], ownActions: [], measuresByOthers: [], followUpOn: null },
  ...{ nextMeeting: '', presentUnits: [], presentOthers: '' },
};

/** What the form of the plan shows of a draft. */
export function valuesOf(words: PlanDraftWords): Values {
  const { form, responsible, matters, crisisPlan, measures, contacts, followUpOn } = words;
  const keys = contacts.map((_, index) => `i${index + 1}`);
  return {
    '/form': form,
    ...(responsible !== null && { '/responsible': responsible }),
    '/matters': matters,
    '/crisisPlan': crisisPlan,
    ...(followUpOn !== null && { '/followUpOn': followUpOn }),
    '/nextMeeting': words.nextMeeting,
    '/goals': words.goals.join('\n'),
    '/needs': words.needs.join('\n'),
    '/ownActions': words.ownActions.join('\n'),
    '/measuresByOthers': words.measuresByOthers.join('\n'),
    '/measures': measures.map(({ id }) => id),
    ...Object.assign({}, ...measures.map(measureRow)),
    '/contacts': keys,
    ...Object.assign({}, ...contacts.map((each, index) => row(`/contacts/i${index + 1}`, each))),
  } as Values;
}

/** The draft that the form makes; what stands beside the form stays as it is. */
export function wordsOf(values: Values, beside: PlanDraftWords): PlanDraftWords {
  const text = (path: string) => (typeof values[path] === 'string' ? values[path] : '');
  const lines = (path: string) => (text(path) === '' ? [] : text(path).split('\n'));
  const keys = (path: string) => {
    const given = values[path] ?? [];
    return typeof given === 'string' ? [given] : given;
  };
  const picked = (path: string) => [values[path] ?? ''].flat()[0] || null;
  return {
    ...beside,
    form: text('/form') === 'samordnad-vardplan' ? 'samordnad-vardplan' : 'sip',
    responsible: picked('/responsible'),
    matters: text('/matters'),
    crisisPlan: text('/crisisPlan'),
    goals: lines('/goals'),
    needs: lines('/needs'),
    ownActions: lines('/ownActions'),
    measuresByOthers: lines('/measuresByOthers'),
    measures: keys('/measures').map((id) => ({
      id,
      what: text(`/measures/${id}/what`),
      ...servedBy(text(`/measures/${id}/goal`)),
      unit: picked(`/measures/${id}/unit`),
      person: text(`/measures/${id}/person`),
      by: text(`/measures/${id}/by`) || null,
      status: (text(`/measures/${id}/status`) || 'planned') as 'planned',
    })),
    followUpOn: text('/followUpOn') || null,
    nextMeeting: text('/nextMeeting'),
    contacts: keys('/contacts').map((key) => ({
      name: text(`/contacts/${key}/name`),
      role: text(`/contacts/${key}/role`),
      phone: text(`/contacts/${key}/phone`),
    })),
  };
}

function servedBy(place: string): Pick<PlanDraftWords['measures'][number], 'goal'> {
  return place === '' ? {} : { goal: Number(place) };
}

function measureRow({ id, goal, ...measure }: PlanDraftWords['measures'][number]) {
  return row(`/measures/${id}`, { ...measure, goal: goal === undefined ? null : String(goal) });
}

function row(path: string, fields: Readonly<Record<string, string | null>>) {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === null ? [] : [[`${path}/${name}`, value]],
    ),
  );
}
