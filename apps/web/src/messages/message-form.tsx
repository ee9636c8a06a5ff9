import type { MessagePath } from '../api/types';
import { CommandForm, type CommandFormProps } from '../form/command-form';
import { AttachmentPicker } from './attachment-picker';
import { useAttachmentTexts } from './attachment-texts';
import { useAttachments } from './use-attachments';

interface MessageFormProps extends CommandFormProps {
  readonly path: MessagePath;
  readonly caseId: string;
}

/** The form of a message: its words, and its files. It is not sent without one that its writer has chosen. */
export function MessageForm({ path, caseId, onCancel, ...form }: MessageFormProps) {
  const t = useAttachmentTexts();
  const chosen = useAttachments(path, caseId);
  const { files, uploads, isSending, remove } = chosen;
  const attachments = files.map(({ id }) => id);
  const notThere = uploads.length === 0 ? null : t.notThere;
  return (
    <CommandForm
      {...form}
      beside={{
        shown: <AttachmentPicker chosen={chosen} />,
        body: attachments.length === 0 ? {} : { attachments },
        waits: isSending ? t.waits : notThere,
      }}
      onCancel={() => {
        files.forEach(remove);
        onCancel();
      }}
    />
  );
}
