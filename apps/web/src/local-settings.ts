/** What this computer remembers of how somebody wants to read; it says nothing about a patient. */
export interface LocalSettings {
  readonly language: 'sv' | 'en';
  readonly rows: 'compact' | 'roomy';
  readonly shortcuts: 'on' | 'off';
  /** Which of the first steps somebody is trying in the training, from 0; null: none. */
  readonly firstStep: number | null;
}

/** The only thing that is kept in the browser. */
const KEY = 'hemgang';

const UNSAID: LocalSettings = { language: 'sv', rows: 'compact', shortcuts: 'on', firstStep: null };

/** What was chosen here before; what nobody has chosen is as for everybody. */
export function localSettings(): LocalSettings {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<LocalSettings>;
    return { ...UNSAID, ...kept };
  } catch {
    return UNSAID;
  }
}

export function keepSetting(chosen: Partial<LocalSettings>): void {
  localStorage.setItem(KEY, JSON.stringify({ ...localSettings(), ...chosen }));
}
