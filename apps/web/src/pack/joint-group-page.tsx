import { useId, useState } from 'react';
import { useChange } from '../administration/use-change';
import { answerOf, api } from '../api/client';
import { serverNow } from '../api/server-time';
import type { JointGroup, Me } from '../api/types';
import { useLanguage, useTexts } from '../language';
import { pageNames } from '../page-names';
import { useResource } from '../resource';
import { PageHeading } from '../router';
import { formatDay } from '../time';
import { Button } from '../ui/button';
import { Failure } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { AgreedMeasures } from './agreed-measures';
import { Editions } from './editions';
import { usePackTexts } from './texts';
import '../styles/figures.css';

/** What huvudmän look at together: months that are frozen, and what has been agreed. */
export function JointGroupPage({ me }: { readonly me: Me }) {
  const { language } = useLanguage();
  const t = usePackTexts();
  return (
    <>
      <PageHeading>{pageNames.jointGroup[language]}</PageHeading>
      {me.may.operations.includes('getJointGroup') ? <Whole /> : <p>{t.notYours}</p>}
    </>
  );
}

function Whole() {
  const t = usePackTexts();
  const { loading } = useTexts();
  const [place, setPlace] = useState('county');
  const found = useResource(`joint group ${place}`, () =>
    answerOf(api.GET('/api/v1/joint-group', { params: { query: { place } } })),
  );
  const places = useResource('joint group places', () =>
    answerOf(api.GET('/api/v1/joint-group', { params: { query: { place: 'county' } } })),
  );
  const id = useId();
  return (
    <>
      <p className="lead">{t.lead}</p>
      <div className="field">
        <label htmlFor={id}>{t.place}</label>
        <select id={id} value={place} onChange={({ target }) => setPlace(target.value)}>
          {(places.data?.places ?? []).map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      <Failure resource={found} />
      {found.data === null && found.problem === null && <p>{loading}</p>}
      {found.data !== null && <Found key={place} group={found.data} reload={found.reload} />}
    </>
  );
}

interface FoundProps {
  readonly group: JointGroup;
  readonly reload: () => Promise<void>;
}

function Found({ group, reload }: FoundProps) {
  return (
    <>
      <Freezing group={group} reload={reload} />
      <Editions editions={group.editions} />
      <AgreedMeasures group={group} reload={reload} />
    </>
  );
}

function Freezing({ group, reload }: FoundProps) {
  const t = usePackTexts();
  const id = useId();
  const [month, setMonth] = useState(lastMonth);
  const [said, setSaid] = useState('');
  const { send, isSending, problem } = useChange(async () => {
    await reload();
    setSaid(t.frozen);
  });
  return (
    <>
      <Refusal problem={problem} />
      <div className="figure-fields">
        <div className="field">
          <label htmlFor={id}>{t.month}</label>
          <select id={id} value={month} onChange={({ target }) => setMonth(target.value)}>
            {months().map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </div>
        <Button
          variant="primary"
          isOff={isSending}
          onPress={() => void send('packs', { place: group.place.id, month })}
        >
          {t.freeze}
        </Button>
      </div>
      <p role="status">{said}</p>
    </>
  );
}

/** This month and the twelve before. */
function months(): readonly string[] {
  const [year = 0, number = 1] = formatDay(serverNow()).split('-').map(Number);
  return Array.from({ length: 13 }, (_, back) =>
    new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 'YYYY-MM'.length),
  );
}

function lastMonth(): string {
  return months()[1] ?? '';
}
