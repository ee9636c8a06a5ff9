import { useId, useState } from 'react';
import { readBlockedUnits, releaseBlocks } from '../api/protection';
import type { BlockedUnit, ReleaseKind } from '../api/types';
import { fill, useLanguage, useTexts } from '../language';
import { formatInstant } from '../time';
import { OneOf } from './one-of';
import { OperationForm } from './operation-form';

interface ReleaseFormProps {
  readonly caseId: string;
  /** @param said until when it is open */
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

/** In two steps, each with its reason in the log: which units have blocked, then what is needed. */
export function ReleaseForm({ caseId, onDone, onCancel }: ReleaseFormProps) {
  const t = useTexts();
  const id = useId();
  const [reason, setReason] = useState('');
  const [units, setUnits] = useState<readonly BlockedUnit[] | null>(null);
  if (units !== null) {
    return <OpenUnits {...{ caseId, reason: reason.trim(), units, onDone, onCancel }} />;
  }
  return (
    <OperationForm
      label={t.releaseShow}
      isComplete={reason.trim() !== ''}
      send={() => readBlockedUnits(caseId, reason.trim())}
      onDone={({ items }) => setUnits(items)}
      onCancel={onCancel}
    >
      <div className="field">
        <label htmlFor={id}>{t.releaseReason}</label>
        <textarea
          id={id}
          required
          rows={3}
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </OperationForm>
  );
}

interface OpenUnitsProps extends ReleaseFormProps {
  readonly reason: string;
  readonly units: readonly BlockedUnit[];
}

function OpenUnits({ caseId, reason, units, onDone, onCancel }: OpenUnitsProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const id = useId();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [kind, setKind] = useState<ReleaseKind>();
  if (units.length === 0) return <p className="empty">{t.releaseNone}</p>;
  const tick = (block: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, block] : chosen.filter((each) => each !== block));
  return (
    <OperationForm
      label={t.releaseDo}
      isComplete={chosen.length > 0 && kind !== undefined}
      send={() => releaseBlocks({ caseId, blocks: [...chosen], kind: kind ?? 'consent', reason })}
      onDone={({ until }) =>
        onDone(fill(t.releasedUntil, { time: formatInstant(until, language) }))
      }
      onCancel={onCancel}
    >
      <fieldset className="field">
        <legend>{t.releaseUnits}</legend>
        {units.map(({ block, unit, since }) => (
          <div key={block} className="tick">
            <input
              id={`${id}-${block}`}
              type="checkbox"
              checked={chosen.includes(block)}
              onChange={({ target }) => tick(block, target.checked)}
            />
            <label htmlFor={`${id}-${block}`}>
              {unit.name}{' '}
              <span className="hint">
                {fill(t.releaseSince, { time: formatInstant(since, language) })}
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      <OneOf
        legend={t.releaseKind}
        options={(['consent', 'emergency'] as const).map((value) => ({
          value,
          label: t[`kind.${value}`],
        }))}
        chosen={kind}
        onChoose={setKind}
      />
    </OperationForm>
  );
}
