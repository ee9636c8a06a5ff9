import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { answerOf, api } from '../api/client';
import { serverNow } from '../api/server-time';
import type { Figures, Me } from '../api/types';
import { ExperienceResults } from '../experience/experience-results';
import { fill, useLanguage, useTexts } from '../language';
import { pageNames } from '../page-names';
import { useResource } from '../resource';
import { PageHeading } from '../router';
import { OpenSavedViews } from '../saved-views/open-saved-views';
import { useSavedViewTexts } from '../saved-views/texts';
import { formatDay, formatInstant } from '../time';
import { Failure } from '../ui/failure';
import { askedOf, searchOf, STEPS, type Asked } from './asked';
import { CausesCard } from './causes-card';
import { FigureCard } from './figure-card';
import { NumberedCards } from './numbered-cards';
import { PeriodChoice } from './period-choice';
import { PlaceChoice } from './place-choice';
import { Summary } from './summary';
import '../styles/figures.css';
import { useFigureTexts } from './texts';

/** What is counted of the county or one of its places. */
export function FiguresPage({ me }: { readonly me: Me }) {
  const { language } = useLanguage();
  const t = useFigureTexts();
  return (
    <>
      <PageHeading>{pageNames.figures[language]}</PageHeading>
      {me.may.operations.includes('getFigures') ? <Whole /> : <p>{t.notYours}</p>}
    </>
  );
}

function Whole() {
  const t = useFigureTexts();
  const { views } = useSavedViewTexts();
  const { loading } = useTexts();
  const [asked, setAsked] = useAsked();
  const found = useResource(`figures ${JSON.stringify(asked)}`, () => readFigures(asked));
  // The places stay while other figures come.
  const places = useResource('figures places', () => readFigures(today()));
  return (
    <>
      <p className="lead">{t.lead}</p>
      <Asking asked={asked} places={places.data?.places ?? []} onAsk={setAsked} />
      <div>
        <OpenSavedViews
          label={views}
          page="figures"
          shown={searchOf(asked)}
          onOpen={(query) => setAsked(askedOf(query, serverNow()))}
        />
      </div>
      <Failure resource={found} />
      {found.data === null && found.problem === null && <p>{loading}</p>}
      {found.data !== null && <Found figures={found.data} />}
      {found.data?.and === null && <ExperienceResults figures={found.data} />}
    </>
  );
}

/** What is chosen stands in the address: it can be kept as a bookmark and sent to a colleague. */
function useAsked() {
  const search: object = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = useState(() => askedOf(search, serverNow()));
  const [asked] = state;
  useEffect(() => {
    void navigate({ to: '.', search: searchOf(asked), replace: true });
  }, [asked, navigate]);
  return state;
}

function readFigures({ period: _, and, ...asked }: Asked) {
  const query = { ...asked, ...(and === null ? {} : { and }) };
  return answerOf(api.GET('/api/v1/figures', { params: { query } }));
}

function today(): Asked {
  const day = formatDay(serverNow());
  return { place: 'county', and: null, from: day, to: day, by: 'year', period: null };
}

interface AskingProps {
  readonly asked: Asked;
  readonly places: Figures['places'];
  readonly onAsk: (asked: Asked) => void;
}

function Asking({ asked, places, onAsk }: AskingProps) {
  const t = useFigureTexts();
  const id = useId();
  return (
    <div className="figure-fields">
      <PlaceChoice asked={asked} places={places} onAsk={onAsk} />
      <PeriodChoice asked={asked} onAsk={onAsk} />
      <div className="field">
        <label htmlFor={`${id}by`}>{t.by}</label>
        <select
          id={`${id}by`}
          value={asked.by}
          onChange={({ target }) =>
            onAsk({ ...asked, by: STEPS.find((step) => step === target.value) ?? asked.by })
          }
        >
          {STEPS.map((step) => (
            <option key={step} value={step}>
              {t[step]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function Found({ figures }: { readonly figures: Figures }) {
  const t = useFigureTexts();
  const { language } = useLanguage();
  const { reckonedAt, version } = figures;
  const isHidden =
    figures.causes.causes.some((each) => each.isHidden) ||
    figures.figures.some(({ all, series }) => all.isHidden || series.some((each) => each.isHidden));
  return (
    <>
      <p className="hint" role="status">
        {reckonedAt === null
          ? t.notReckoned
          : fill(t.reckonedAt, { at: formatInstant(reckonedAt, language), version })}{' '}
        {isHidden && t.hiddenWhy} {figures.and !== null && t.crossed}
      </p>
      <Summary figures={figures} />
      <CausesCard figures={figures} />
      {figures.figures.map((figure) => (
        <FigureCard key={figure.measure} figure={figure} counted={figure} figures={figures} />
      ))}
      <NumberedCards figures={figures} />
    </>
  );
}
