/**
 * Words shown to people, always in both languages; Swedish is the language of record (PDL 3:13).
 */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

export type Language = keyof Text;
