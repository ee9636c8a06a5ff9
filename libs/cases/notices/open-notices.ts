import { openNotify, type Notify } from '@hemgang/notify';
import { MeetingInvitations } from '../sip/meeting-mail';

type Ground = Omit<Parameters<typeof openNotify>[0], 'invitations'>;

/** How notices find people, with what those about a meeting carry. Opens no connection. */
export function openNotices(ground: Ground): Notify {
  const { database: works, directory } = ground;
  const invitations = new MeetingInvitations({ works, directory });
  return openNotify({ ...ground, invitations });
}
