import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { recordText } from '@hemgang/access';
import { cannot, type Command } from './command';
import { withService } from './with-service';

/** Only the owner may read what says who did what. */
const OWNER_ONLY = 0o600;

/** Writes what one controller may have of the sealed log, for it to keep and to verify. */
export const auditExport: Command = {
  name: 'audit export',
  usage: '--controller ID --to FILE',
  summary: {
    sv: 'skriver den förseglade loggen för en personuppgiftsansvarig till en fil',
    en: 'writes the sealed log of one controller to a file',
  },
  switches: [],
  values: ['controller', 'to'],
  operands: 0,
  run: (call) =>
    withService(call, async (service) => {
      const { controller, to } = call.values;
      const { controllers, units } = service.directory().rows;
      if (controller === undefined || to === undefined) {
        return cannot('Ange --controller och --to.', 'Give --controller and --to.');
      }
      if (!controllers.some(({ id }) => id === controller)) {
        return cannot('Den finns inte i katalogen.', 'It is not in the directory.');
      }
      const own = units.filter((unit) => unit.controller === controller).map(({ id }) => id);
      const file = createWriteStream(to, { flags: 'wx', mode: OWNER_ONLY });
      await once(file, 'open');
      let records = 0;
      for await (const record of service.auditing.audit.export({ controller, units: own })) {
        records += 1;
        if (!file.write(`${recordText(record)}\n`)) await once(file, 'drain');
      }
      file.end();
      await once(file, 'close');
      const lines = { sv: `${records} poster skrivna.`, en: `${records} records written.` };
      return { code: 0, lines: [lines[call.language]], data: { controller, records } };
    }),
};
