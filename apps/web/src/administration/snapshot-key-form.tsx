import { useId, useState, type SubmitEvent } from 'react';
import { Button } from '../ui/button';
import { Refusal } from '../ui/refusal';
import { isStrong, proposedPassphrase, snapshotKeyOf } from './snapshot-key';
import { useAdminTexts } from './texts';
import { useChange } from './use-change';

/** Sets the passphrase that opens a unit's pages for an outage; only what follows from it leaves. */
export function SnapshotKeyForm({ unit }: { readonly unit: string }) {
  const t = useAdminTexts();
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const [isWeak, setIsWeak] = useState(false);
  const [isSet, setIsSet] = useState(false);
  const { send, isSending, problem } = useChange(() => {
    setPassphrase('');
    setIsSet(true);
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setIsSet(false);
    setIsWeak(!isStrong(passphrase));
    if (!isStrong(passphrase)) return;
    await send(`own-units/${unit}/snapshot-key`, { ...(await snapshotKeyOf(passphrase)) });
  };
  return (
    <form noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <h3>{t.snapshotKey}</h3>
      <p id={`${id}-hint`}>{t.passphraseHint}</p>
      <p>
        <a href="/reservrutin.html" download>
          {t.opener}
        </a>
      </p>
      <Refusal problem={problem} />
      <div className="field">
        <label htmlFor={`${id}-passphrase`}>{t.passphrase}</label>
        <input
          id={`${id}-passphrase`}
          required
          spellCheck={false}
          aria-describedby={`${id}-hint ${id}-fault`}
          aria-invalid={isWeak}
          value={passphrase}
          onChange={({ target }) => setPassphrase(target.value)}
        />
        <p id={`${id}-fault`} role="status">
          {isWeak ? t.passphraseWeak : isSet ? t.passphraseSet : ''}
        </p>
      </div>
      <div className="buttons">
        <Button type="submit" variant="primary" isOff={isSending}>
          {isSending ? t.saving : t.setPassphrase}
        </Button>
        <Button onPress={() => setPassphrase(proposedPassphrase())}>{t.proposePassphrase}</Button>
      </div>
    </form>
  );
}
