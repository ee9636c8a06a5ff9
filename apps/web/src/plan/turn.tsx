import type { PlanDraft } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { formatClock, formatInstant } from '../time';
import { Button } from '../ui/button';
import { wordsOf } from '../ui/failure';
import { usePlanTexts } from './texts';
import type { DraftInHand } from './use-draft';

interface TurnProps {
  readonly draft: PlanDraft;
  readonly hand: DraftInHand;
  /** Begins a draft where there is none. */
  readonly onBegin: () => void;
}

/** Whose turn it is to write, where what is written is, and how the turn is taken and handed over. */
export function Turn({ draft, hand, onBegin }: TurnProps) {
  const t = usePlanTexts();
  const { language } = useLanguage();
  const { turn, savedBy, savedAt, mayWrite, version } = draft;
  const { pass } = hand;
  const isTheirs = turn !== null && !turn.isMine;
  return (
    <section className="panel" aria-labelledby="turn">
      <h2 id="turn">{t.whose}</h2>
      <p role="status">
        <strong>
          {turn === null && t.nobody}
          {turn?.isMine === true && t.youWrite}
          {isTheirs && fill(t.writes, { name: turn.person.name, unit: turn.unit.name })}
        </strong>
      </p>
      {version === 0 && <p>{t.noDraft}</p>}
      {savedBy !== null && savedAt !== null && (
        <p className="hint">
          {fill(t.savedBy, {
            time: formatInstant(savedAt, language),
            name: savedBy.person.name,
            unit: savedBy.unit.name,
          })}
        </p>
      )}
      <SavingLine hand={hand} />
      {!mayWrite && <p>{t.mayNot}</p>}
      {mayWrite && (
        <div className="buttons">
          {turn === null && (
            <Button
              variant="primary"
              onPress={() => (version === 0 ? onBegin() : void pass('take'))}
            >
              {t.begin}
            </Button>
          )}
          {turn?.isMine === true && (
            <Button onPress={() => void pass('release')}>{t.release}</Button>
          )}
          {isTheirs && (
            <Button onPress={() => void pass('take-over')}>
              {fill(t.takeOver, { name: turn.person.name })}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function SavingLine({ hand: { saving, saveNow } }: { readonly hand: DraftInHand }) {
  const t = usePlanTexts();
  const all = useTexts();
  switch (saving.kind) {
    case 'nothing':
      return null;
    case 'waiting':
      return <p>{t.waiting}</p>;
    case 'saved':
      return <p>{fill(t.saved, { time: formatClock(saving.at) })}</p>;
    case 'not-saved':
      return (
        <div role="alert" className="fault">
          <p>{fill(t.notSaved, { why: wordsOf(saving.problem, all).detail })}</p>
          <Button onPress={() => void saveNow()}>{t.again}</Button>
        </div>
      );
  }
}
