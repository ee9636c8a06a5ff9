import { formatInstant, type Instant, type Language, type Text } from '@hemgang/kernel';

/**
 * All that may ever stand in a notice: what kind of duty, how many cases, until when, how many saved views
 * of the statistics, and where to look. There is no field for anything of a case, so that there is nothing to forget to mask.
 */
export interface AllowedWords {
  readonly acute: boolean;
  /** All of them; one case may have duties of several kinds. */
  readonly cases: number;
  readonly kinds: readonly KindWords[];
  /** Saved views of the statistics that are there to be read; neither their names nor their figures. */
  readonly views: number;
  /** To the page that shows more to whoever is signed in. */
  readonly link: string;
  /** How many meetings lie beside it as files for a calendar. */
  readonly meetings: number;
}

export interface KindWords {
  /** The title of the duty as its process declares it; null: there is only something to read. */
  readonly title: Text | null;
  readonly cases: number;
  /** The soonest. */
  readonly due: Instant | null;
}

export interface Message {
  readonly subject: string;
  readonly text: string;
}

const TO_READ: Text = { sv: 'Nytt att läsa', en: 'Something new to read' };

const STATISTICS: Text = {
  sv: 'Statistik att läsa i Hemgång',
  en: 'Statistics to read in Hemgång',
};

/** An SMS of one part holds 160 characters; the link takes some eighty of them. */
const SMS_TITLE_MAX = 60;

/** A mail in the reader's language. */
export function mailOf(words: AllowedWords, language: Language): Message {
  const { kinds, link, meetings } = words;
  const lines = [
    ...kinds.map((kind) => `- ${lineOf(kind, language)}`),
    ...viewsOf(words, language).map((line) => `- ${line}`),
  ];
  const [greeting, open, foot] =
    language === 'sv'
      ? [
          'Det här väntar på dig eller din enhet i Hemgång:',
          'Logga in och öppna:',
          'Ingen uppgift om någon patient står i det här meddelandet. Du ändrar när och hur du får sådana under Mina aviseringar.',
        ]
      : [
          'This is waiting for you or your unit in Hemgång:',
          'Sign in and open:',
          'Nothing about any patient is in this message. You change when and how you get them under My notices.',
        ];
  return {
    subject: subjectOf(words, language),
    text: [
      greeting,
      '',
      ...lines,
      '',
      open,
      link,
      '',
      ...filesOf(meetings, language),
      foot,
      '',
    ].join('\n'),
  };
}

/** What lies beside the words, and how it is used; nothing when nothing does. */
function filesOf(meetings: number, language: Language): readonly string[] {
  if (meetings === 0) return [];
  const words: Text =
    meetings === 1
      ? {
          sv: 'SIP-mötet ligger med som en fil för din kalender. Svara på kallelsen i Hemgång, inte i kalendern.',
          en: 'The SIP meeting comes with this as a file for your calendar. Answer the call in Hemgång, not in the calendar.',
        }
      : {
          sv: `${meetings} SIP-möten ligger med som filer för din kalender. Svara på kallelserna i Hemgång, inte i kalendern.`,
          en: `${meetings} SIP meetings come with this as files for your calendar. Answer the calls in Hemgång, not in the calendar.`,
        };
  return [words[language], ''];
}

/** A text message in the reader's language; its subject is not sent. */
export function smsOf(allowed: AllowedWords, language: Language): Message {
  const { kinds, link } = allowed;
  const subject = subjectOf(allowed, language);
  const [first] = kinds;
  const due = first?.due == null ? '' : `, ${dueWords(first.due, language)}`;
  const title = (first?.title ?? TO_READ)[language].slice(0, SMS_TITLE_MAX);
  return { subject, text: `${subject}. ${title}${due}. ${link}` };
}

/** That views are there to be read, and how many. */
function viewsOf({ views }: AllowedWords, language: Language): readonly string[] {
  if (views === 0) return [];
  const words: Text =
    views === 1
      ? { sv: 'En sparad vy av statistiken', en: 'A saved view of the statistics' }
      : {
          sv: `${views} sparade vyer av statistiken`,
          en: `${views} saved views of the statistics`,
        };
  return [words[language]];
}

function subjectOf({ acute, cases, views }: AllowedWords, language: Language): string {
  if (cases === 0 && views > 0) return STATISTICS[language];
  const words: Text = {
    sv: `${acute ? 'Brådskande: ' : ''}${cases} ${cases === 1 ? 'ärende' : 'ärenden'} väntar i Hemgång`,
    en: `${acute ? 'Urgent: ' : ''}${cases} ${cases === 1 ? 'case waits' : 'cases wait'} in Hemgång`,
  };
  return words[language];
}

function lineOf({ title, cases, due }: KindWords, language: Language): string {
  const count: Text = {
    sv: `${cases} ${cases === 1 ? 'ärende' : 'ärenden'}`,
    en: `${cases} ${cases === 1 ? 'case' : 'cases'}`,
  };
  const until = due === null ? '' : `, ${dueWords(due, language)}`;
  return `${(title ?? TO_READ)[language]}: ${count[language]}${until}`;
}

function dueWords(due: Instant, language: Language): string {
  const time = formatInstant(due, language);
  return language === 'sv' ? `senast ${time}` : `by ${time}`;
}
