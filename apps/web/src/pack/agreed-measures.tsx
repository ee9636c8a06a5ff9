import { useState } from 'react';
import type { JointGroup } from '../api/types';
import { fill, useLanguage } from '../language';
import { formatInstant } from '../time';
import { Disclosure } from '../ui/disclosure';
import { AgreedForm } from './agreed-form';
import { FollowUpForm } from './follow-up-form';
import { usePackTexts } from './texts';

interface AgreedProps {
  readonly group: JointGroup;
  readonly reload: () => Promise<void>;
}

/** What has been agreed at a place, what came of it, and a form for what is agreed now. */
export function AgreedMeasures({ group, reload }: AgreedProps) {
  const t = usePackTexts();
  const [said, setSaid] = useState('');
  const done = (words: string) => async () => {
    await reload();
    setSaid(words);
  };
  return (
    <section>
      <h2>{t.agreed}</h2>
      {group.agreed.length === 0 && <p>{t.noAgreed}</p>}
      <ul>
        {group.agreed.map((measure) => (
          <li key={measure.id}>
            <OneMeasure measure={measure} />
            <Disclosure summary={fill(t.followUp, { words: measure.words })}>
              <FollowUpForm
                key={measure.followUps.length}
                place={group.place.id}
                measure={measure}
                onSaved={done(t.followedUp)}
              />
            </Disclosure>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      <AgreedForm key={group.agreed.length} group={group} onSaved={done(t.saved)} />
    </section>
  );
}

function OneMeasure({ measure }: { readonly measure: JointGroup['agreed'][number] }) {
  const t = usePackTexts();
  const { language } = useLanguage();
  const { words, owner, role, due, lookAgain, status, followUps } = measure;
  return (
    <>
      <p>
        <strong>{words}</strong> ({t[`status-${status}`]})
      </p>
      <p>{fill(t.agreedBy, { owner: owner.name, role: role.name, due, lookAgain })}</p>
      <ul>
        {followUps.map((each) => (
          <li key={each.at}>
            {fill(t.saidBy, {
              ...{ at: formatInstant(each.at, language), by: each.by },
              status: t[`status-${each.status}`],
            })}
            {each.note !== '' && <> – {each.note}</>}
          </li>
        ))}
      </ul>
    </>
  );
}
