import { attachmentAddress } from '../api/attachments';
import type { MessagePath } from '../api/types';
import { useLanguage } from '../language';
import { kindAndSize, useAttachmentTexts } from './attachment-texts';

interface AttachmentsProps {
  readonly path: MessagePath;
  readonly caseId: string;
  readonly files: readonly {
    readonly id: string;
    /** Null: not told to the reader, so there is nothing to fetch either. */
    readonly name: string | null;
    readonly kind: string;
    readonly size: number;
  }[];
}

/** The files of a message, each to be saved; nothing when it has none. */
export function Attachments({ path, caseId, files }: AttachmentsProps) {
  const t = useAttachmentTexts();
  const { language } = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t.files} className="attachments">
      {files.map((file) => (
        <li key={file.id}>
          {file.name !== null && (
            <a
              href={attachmentAddress(path, caseId, file.id)}
              className="file"
              download={file.name}
            >
              {file.name}
            </a>
          )}{' '}
          <span className="hint">{kindAndSize(file, language)}</span>
        </li>
      ))}
    </ul>
  );
}
