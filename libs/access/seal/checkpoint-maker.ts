import { MINUTE_MS, type Clock } from '@hemgang/kernel';
import type { CheckpointRow, SealKeyRow, SealStore } from '@hemgang/store';
import type { CheckpointFolder } from './checkpoint-folder';
import { checkpointText, keyText, type SigningKey } from './keys';

/** Checkpoints handed out at once to somebody who has missed many. */
const HANDED_MAX = 1_000;

/** What makes checkpoints and hands them out. */
export interface CheckpointResources {
  readonly seals: SealStore;
  readonly clock: Clock;
  /** The key that signs, then those that it replaced; none: nothing is signed. */
  readonly keys: readonly SigningKey[];
  /** Null: they are handed out by the API alone. */
  readonly folder: CheckpointFolder | null;
  /** Who gets them. */
  controllers(): readonly string[];
}

/** Signs where the log is, once a minute when something is new, and hands it to every controller. */
export class CheckpointMaker {
  private introduced = false;

  constructor(private readonly on: CheckpointResources) {}

  /** The key that signs; null: there is none. */
  get key(): SigningKey | null {
    return this.on.keys[0] ?? null;
  }

  /** Makes one when the last is a minute old; hands out what somebody has not got yet. */
  async makeWhenTime(): Promise<void> {
    const last = await this.on.seals.lastCheckpoint();
    const ageMs = last === null ? MINUTE_MS : Date.parse(this.on.clock.now()) - Date.parse(last.at);
    if (ageMs >= MINUTE_MS) await this.make();
  }

  /** Makes one when something has been sealed since the last. */
  async make(): Promise<void> {
    const { seals, clock } = this.on;
    if (this.key === null) return;
    await this.introduceKey();
    const [head, last] = await Promise.all([seals.head(), seals.lastCheckpoint()]);
    if (head.lines > (last?.lines ?? 0)) {
      const said = {
        log: head.log,
        checkpoint: (last?.checkpoint ?? 0) + 1,
        at: clock.now(),
        batch: head.batch,
        lines: head.lines,
        chain: head.chain,
        key: this.key.id,
      };
      await seals.addCheckpoint({ ...said, signature: this.key.sign(checkpointText(said)) });
    }
    await this.handOut();
  }

  /** The last checkpoint that anybody was handed; null when none is found outside. */
  lastOutside(log: string): Promise<CheckpointRow | null> {
    return this.on.folder?.last(log) ?? Promise.resolve(null);
  }

  /** Notes the key that signs, vouched for by the last one that is known and at hand. */
  async introduceKey(): Promise<void> {
    const { seals, clock, keys } = this.on;
    if (this.key === null || this.introduced) return;
    const { id, publicKey } = this.key;
    const known = (await seals.keys()).map((key) => key.id);
    if (!known.includes(id)) {
      const { log } = await seals.head();
      const by = keys.find((key) => known.includes(key.id));
      const key = { id, publicKey, since: clock.now() };
      const signature = by?.sign(keyText(log, key)) ?? null;
      const added: SealKeyRow = { ...key, introducedBy: by?.id ?? null, signature };
      await seals.addKey(added);
    }
    this.introduced = true;
  }

  /** A controller that gets one twice, after a crash in between, has lost nothing. */
  private async handOut(): Promise<void> {
    const { seals, folder } = this.on;
    if (folder === null) return;
    const received = await seals.received();
    const behind = new Map<number, string[]>();
    for (const controller of this.on.controllers()) {
      const through = received.get(controller) ?? 0;
      behind.set(through, [...(behind.get(through) ?? []), controller]);
    }
    const keys = await seals.keys();
    for (const [through, controllers] of behind) {
      const checkpoints = await seals.checkpointsAfter(through, HANDED_MAX);
      const last = checkpoints.at(-1);
      if (last === undefined) continue;
      for (const controller of controllers) await folder.append(controller, keys, checkpoints);
      await seals.noteReceived(controllers, last.checkpoint);
    }
  }
}
