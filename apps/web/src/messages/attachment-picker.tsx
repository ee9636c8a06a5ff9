import { useId } from 'react';
import { fill, useLanguage, useTexts, type Texts } from '../language';
import { wordsOf } from '../ui/failure';
import { Refusal } from '../ui/refusal';
import { kindAndSize, useAttachmentTexts, type AttachmentTexts } from './attachment-texts';
import type { ChosenAttachments, Upload } from './use-attachments';
import { Button } from '../ui/button';

/** Told to file dialogs; telephones make a JPEG of a photo when nothing else is taken. */
const ACCEPTED = 'application/pdf,image/jpeg,image/png,text/plain,.pdf,.jpg,.jpeg,.png,.txt';
const PHOTOS = 'image/jpeg,image/png';

/** Chooses the files of a message, shows how far each has come, and takes them back. */
export function AttachmentPicker({ chosen }: { readonly chosen: ChosenAttachments }) {
  const t = useAttachmentTexts();
  const { language } = useLanguage();
  const { files, uploads, problem } = chosen;
  const limits = useId();
  return (
    <fieldset className="field">
      <legend>{t.files}</legend>
      <p id={limits} className="hint">
        {t.limits}
      </p>
      <FileInput label={t.choose} accept={ACCEPTED} about={limits} onChoose={chosen.choose} />
      <div className="by-touch">
        <FileInput
          label={t.photo}
          accept={PHOTOS}
          about={limits}
          onChoose={chosen.choose}
          byCamera
        />
      </div>
      <Refusal problem={problem} />
      {files.length + uploads.length === 0 && <p className="hint">{t.none}</p>}
      <ul className="attachments">
        {files.map((file) => (
          <li key={file.id}>
            {file.name} <span className="hint">{kindAndSize(file, language)}</span>{' '}
            <Button onPress={() => chosen.remove(file)}>
              {fill(t.remove, { name: file.name })}
            </Button>
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.key}>
            <UploadLine upload={upload} chosen={chosen} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface FileInputProps {
  readonly label: string;
  readonly accept: string;
  /** The id of what is said about it. */
  readonly about: string;
  readonly onChoose: (files: readonly File[]) => void;
  readonly byCamera?: true;
}

function FileInput({ label, accept, about, onChoose, byCamera }: FileInputProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={about}
        {...(byCamera === true ? { capture: 'environment' as const } : { multiple: true })}
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])]);
          // The same file can be chosen once more.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

interface UploadLineProps {
  readonly upload: Upload;
  readonly chosen: ChosenAttachments;
}

function UploadLine({ upload, chosen }: UploadLineProps) {
  const t = useAttachmentTexts();
  const all = useTexts();
  const { file, sent, failure } = upload;
  const name = { name: file.name };
  if (failure === null) {
    const label = fill(t.uploading, name);
    return (
      <>
        <span>{label}</span>{' '}
        <progress aria-label={label} value={sent} max={Math.max(1, file.size)} />
      </>
    );
  }
  return (
    <section className="message message-error" role="alert">
      <p>
        <strong>{fill(t.failed, name)}</strong>
      </p>
      <p>{whyNot(failure, t, all)}</p>
      <div className="buttons">
        {typeof failure === 'object' && (
          <Button onPress={() => chosen.again(upload)}>{t.again}</Button>
        )}
        <Button onPress={() => chosen.dismiss(upload)}>{fill(t.dismiss, name)}</Button>
      </div>
    </section>
  );
}

/** What the person should do about it. */
function whyNot(failure: NonNullable<Upload['failure']>, t: AttachmentTexts, all: Texts): string {
  if (failure === 'too-large') return t.tooLarge;
  if (failure === 'too-many') return t.tooMany;
  const [fault] = failure.errors ?? [];
  const names: Readonly<Record<string, string>> = {
    too_long: t.nameTooLong,
    unsafe: t.nameUnsafe,
    wrong_ending: t.nameEnding,
  };
  return names[fault?.code ?? ''] ?? wordsOf(failure, all).detail;
}
