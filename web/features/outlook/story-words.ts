// An entry of a place's story in words: a title, what was said, and its sign. Pure.
import type { StoryEntry } from '#contract/outlook';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import { standingOf, type ReportStanding } from '../../lib/report-state.ts';
import type { IconName } from '../../ui/icons.tsx';

type What = StoryEntry['what'];
type Of<K extends What['kind']> = Extract<What, { kind: K }>;

export type StoryText = {
  icon: IconName;
  /** `good` something came, `bad` it went or is held up, `plain` all else. */
  tone: 'good' | 'bad' | 'plain';
  title: string;
  /** What was said, in lines. */
  lines: string[];
  /** Of a report, how it stands. */
  standing: ReportStanding | null;
};

const present = (lines: readonly (string | null)[]): string[] =>
  lines.filter((line): line is string => line !== null && line !== '');

/** "Telkomsel, XLSMART: tidak ada sinyal", a line for each different answer. */
function statementLines({ statements }: Of<'report'>, t: Messages): string[] {
  const lines = new Map<string, string[]>();
  for (const { operatorName, technology, strength, isOutage } of statements) {
    const signal =
      technology === 'none'
        ? t.evidence.noSignal
        : present([
            t.evidence.technologies[technology],
            strength && t.evidence.strengthWords[strength],
          ]).join(' ');
    const answer = isOutage ? `${signal}, ${t.fieldForm.inOutage}` : signal;
    lines.set(answer, [...(lines.get(answer) ?? []), operatorName]);
  }
  return [...lines].map(([answer, names]) => `${names.join(', ')}: ${answer}`);
}

function reportText(what: Of<'report'>, t: Messages): StoryText {
  return {
    icon: what.reportKind === 'report' ? 'pin' : 'target',
    tone: 'plain',
    title: t.outlook.story.report[what.reportKind],
    lines: statementLines(what, t),
    standing: standingOf({ state: what.state, askedAt: null }),
  };
}

function answerText(what: Of<'answer'>, t: Messages, language: Language): StoryText {
  const { answer, operatorName, promisedOn, windowTitle, note } = what;
  const words = t.outlook.story.answers;
  const day = promisedOn === null ? '' : formatDate(promisedOn, language);
  const title = answer === 'build' ? words.build(operatorName, day) : words[answer](operatorName);
  return {
    icon: 'list',
    tone: 'plain',
    title,
    lines: present([windowTitle, note]),
    standing: null,
  };
}

function commitmentTitle(what: Of<'commitment'>, t: Messages, language: Language): string {
  const { operatorName: who, action, toState, promisedOn, promisedBefore } = what;
  const words = t.outlook.story;
  const number = t.commitments.number(what.number);
  switch (action) {
    case 'proposed':
      return words.promised(
        who,
        t.commitments.kinds[what.commitmentKind],
        promisedOn === null ? '' : formatDate(promisedOn, language),
      );
    case 'moved':
      return words.moved(who, number, t.commitments.states[toState].toLowerCase());
    case 'rescheduled':
      return (promisedOn ?? '') < (promisedBefore ?? '')
        ? words.advanced(who, number)
        : words.slipped(who, number);
    case 'amended':
      return words.amended(who, number);
    case 'served':
      return words.served(who, number);
    case 'broken':
      return words.broken(who, number);
    case 'inherited':
      return words.inherited(who, number);
  }
}

function commitmentText(what: Of<'commitment'>, t: Messages, language: Language): StoryText {
  const { action, toState, promisedOn, promisedBefore, reason, note } = what;
  const isGone = action === 'broken' || toState === 'declined' || toState === 'cancelled';
  const isThere = action === 'served' || (action === 'moved' && toState === 'on_air');
  const isRescheduled = promisedOn !== null && promisedBefore !== null;
  return {
    icon: isThere ? 'tower' : isGone ? 'warning' : 'commitments',
    tone: isThere ? 'good' : isGone ? 'bad' : 'plain',
    title: commitmentTitle(what, t, language),
    lines: present([
      isRescheduled
        ? t.outlook.story.fromTo(
            formatDate(promisedBefore, language),
            formatDate(promisedOn, language),
          )
        : null,
      [reason && t.commitments.reasons[reason], note].filter(Boolean).join(': '),
    ]),
    standing: null,
  };
}

function obstacleText(what: Of<'obstacle'>, t: Messages, language: Language): StoryText {
  const { action, reason, description, lifter, nextLookOn } = what;
  return {
    icon: action === 'lifted' ? 'check' : 'minus',
    tone: action === 'lifted' ? 'good' : 'bad',
    title: t.outlook.story[action](t.commitments.reasons[reason]),
    lines: present([
      description,
      action === 'raised' ? lifter : null,
      nextLookOn && t.outlook.obstacles.nextLook(formatDate(nextLookOn, language)),
    ]),
    standing: null,
  };
}

export function storyText({ what }: StoryEntry, t: Messages, language: Language): StoryText {
  switch (what.kind) {
    case 'report':
      return reportText(what, t);
    case 'answer':
      return answerText(what, t, language);
    case 'commitment':
      return commitmentText(what, t, language);
    case 'obstacle':
      return obstacleText(what, t, language);
  }
}

/** The entries of each month, in the order in which they come: "November 2026" → its entries. */
export function groupByMonth(
  entries: readonly StoryEntry[],
  language: Language,
): { month: string; entries: StoryEntry[] }[] {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const groups: { month: string; entries: StoryEntry[] }[] = [];
  for (const entry of entries) {
    const month = new Date(entry.on).toLocaleDateString(locale, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const last = groups.at(-1);
    if (last?.month === month) last.entries.push(entry);
    else groups.push({ month, entries: [entry] });
  }
  return groups;
}
