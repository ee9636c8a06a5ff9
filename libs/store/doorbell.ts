export type Topic = 'outbox' | 'timers' | 'stream' | 'clock';
