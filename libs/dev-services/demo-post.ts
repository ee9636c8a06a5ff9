import { join } from 'node:path';
import { startMailCapture } from './mail-capture';
import { startSmsCapture } from './sms-capture';

/** Where a demo's mails and texts end up, and how its programs find the way there. */
export interface DemoPost {
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  stop(): Promise<void>;
}

/** Takes what a demo sends: every mail and text becomes a file that can be looked at. */
export async function startDemoPost(ownFolder: string): Promise<DemoPost> {
  const folder = join(ownFolder, 'post');
  const [mail, sms] = await Promise.all([
    startMailCapture({ folder }),
    startSmsCapture({ folder }),
  ]);
  return {
    env: { SMTP_URL: mail.url, SMS_URL: sms.url, SMS_USER: 'demo', SMS_PASSWORD: 'demo' },
    folder,
    stop: async () => {
      await Promise.all([mail.stop(), sms.stop()]);
    },
  };
}
