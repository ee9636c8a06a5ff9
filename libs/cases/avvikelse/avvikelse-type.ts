import { waitingFor } from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';
import {
  AVVIKELSE_WORDS,
  avvikelseContext,
  CATEGORY_WORDS,
  CONSEQUENCE_WORDS,
} from '@workflows/avvikelse';
import { CASE_FIELDS, LINE_FIELDS } from '../case-fields';
import type { CaseType, Told } from '../case-type';
import { unitView } from '../names';
import { sharedLine, sharedView, type OwnWords } from '../shared-view';
import { eventView } from '../timeline';
import type { AvvikelseFactsView, AvvikelseSummaryView, AvvikelseView } from './avvikelse-view';

const NOTHING_LEFT: Text = {
  sv: 'Ingen behöver göra något mer.',
  en: 'Nobody has anything more to do.',
};

const avvikelseWords: OwnWords = {
  words: AVVIKELSE_WORDS,
  why: (state, now, unit, workflow) => waitingFor(workflow, state, now, unit) ?? NOTHING_LEFT,
  mainParty: (state, unit) =>
    unit === avvikelseContext(state).reporter ? 'reporter' : 'concerned',
};

/** Avvikelser between two huvudmän, which both see whole and which name no patient. */
export const avvikelseType: CaseType<AvvikelseView, AvvikelseSummaryView> = {
  tellsLog: false,
  fields: { ...CASE_FIELDS, avvikelse: 'process' },
  lineFields: {
    ...LINE_FIELDS,
    reporter: 'frame',
    concerned: 'frame',
    category: 'frame',
    categoryText: 'frame',
  },

  view(told) {
    return Promise.resolve({ ...sharedView(told, avvikelseWords), avvikelse: factsView(told) });
  },

  line(row, reader, directory) {
    const { reporter, concerned, category } = avvikelseContext(row.case.state);
    return {
      ...sharedLine(row, AVVIKELSE_WORDS, reader.language),
      reporter: unitView(directory, reporter),
      concerned: unitView(directory, concerned),
      category,
      categoryText: CATEGORY_WORDS[category][reader.language],
    };
  },

  events(told, events) {
    return events.map((event) => eventView(told, event));
  },
};

function factsView({ rows, reader: { language }, directory }: Told): AvvikelseFactsView {
  const { about, reporter, concerned, category, consequence, ...times } = avvikelseContext(
    rows.case.state,
  );
  const { reportedAt, receivedAt, answeredAt, sentBackAt } = times;
  return {
    about: { id: about.case, type: about.type },
    reporter: unitView(directory, reporter),
    concerned: unitView(directory, concerned),
    category,
    categoryText: CATEGORY_WORDS[category][language],
    consequence,
    consequenceText: CONSEQUENCE_WORDS[consequence][language],
    ...{ reportedAt, receivedAt, answeredAt, sentBackAt },
  };
}
