import { useState } from 'react';
import { isUndecided, type Problem } from '../api/answer';
import { removeAttachment, uploadAttachment, type OutgoingFile } from '../api/attachments';
import type { Attachment, MessagePath } from '../api/types';

/** Files of one message. */
const FILES_MAX = 5;

const FILE_BYTES_MAX = 10 * 1024 * 1024;

/** Why a file is not sent at all. */
type NotSent = 'too-large' | 'too-many';

/** A file that is on its way, or did not come through. */
export interface Upload extends OutgoingFile {
  /** Bytes that have left. */
  readonly sent: number;
  /** Null while it is on its way. */
  readonly failure: Problem | NotSent | null;
}

export interface ChosenAttachments {
  /** Those that the server keeps, to be named by the message. */
  readonly files: readonly Attachment[];
  readonly uploads: readonly Upload[];
  /** One is on its way: the message would leave without it. */
  readonly isSending: boolean;
  /** The latest removal that was refused; null: none was. */
  readonly problem: Problem | null;
  readonly choose: (files: readonly File[]) => void;
  /** Sends once more what did not come through; what nobody knows the outcome of with its key. */
  readonly again: (upload: Upload) => void;
  readonly dismiss: (upload: Upload) => void;
  readonly remove: (file: Attachment) => void;
}

/** The files that somebody chooses for a message: each leaves at once, and is told about by itself. */
export function useAttachments(path: MessagePath, caseId: string): ChosenAttachments {
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const drop = (key: string) =>
    setUploads((before) => before.filter((upload) => upload.key !== key));
  const change = (key: string, more: Partial<Upload>) =>
    setUploads((before) =>
      before.map((upload) => (upload.key === key ? { ...upload, ...more } : upload)),
    );
  const send = async (outgoing: OutgoingFile) => {
    const { key } = outgoing;
    const answer = await uploadAttachment(path, caseId, outgoing, (sent) => change(key, { sent }));
    if (!answer.ok) return change(key, { failure: answer.problem });
    drop(key);
    setFiles((before) => [...before, answer.data]);
  };
  const choose = (chosen: readonly File[]) => {
    const room = FILES_MAX - files.length - uploads.length;
    const added = chosen.map((file, index): Upload => {
      const refused = index < room ? null : 'too-many';
      const failure = file.size > FILE_BYTES_MAX ? 'too-large' : refused;
      return { key: crypto.randomUUID(), file, sent: 0, failure };
    });
    setUploads((before) => [...before, ...added]);
    for (const upload of added) if (upload.failure === null) void send(upload);
  };
  const again = ({ key, file, failure }: Upload) => {
    const isSame = failure !== null && typeof failure === 'object' && isUndecided(failure);
    const next = { key: isSame ? key : crypto.randomUUID(), file };
    change(key, { ...next, sent: 0, failure: null });
    void send(next);
  };
  const remove = async ({ id }: Attachment) => {
    const answer = await removeAttachment(path, caseId, id);
    // What is gone already is gone.
    const isGone = answer.ok || answer.problem.status === 404;
    setProblem(isGone ? null : answer.problem);
    if (isGone) setFiles((before) => before.filter((file) => file.id !== id));
  };
  return {
    files,
    uploads,
    isSending: uploads.some(({ failure }) => failure === null),
    problem,
    choose,
    again,
    dismiss: ({ key }) => drop(key),
    remove: (file) => void remove(file),
  };
}
