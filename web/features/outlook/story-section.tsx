// The whole story of a village in its panel, newest first by month; asked for once it comes into view.
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Story, StoryEntry } from '#contract/outlook';
import { storyQuery } from '../../api/outlook.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { Icon } from '../../ui/icons.tsx';
import { StandingChip } from '../../ui/standing-chip.tsx';
import { entryCss } from '../../ui/entry.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { groupByMonth, storyText } from './story-words.ts';
import css from './place.module.css';

/** So many entries stand there before the rest is asked to be seen. */
const firstEntries = 8;
/** It is fetched a little before it is reached. */
const ahead = '200px';

/** True from the moment on which the element comes near what is seen. */
function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(
      (changes) => {
        if (changes.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true);
      },
      { rootMargin: ahead },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isSeen;
}

export function StorySection({ villageCode }: { villageCode: string }) {
  const t = useText();
  const element = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(element);
  const query = useQuery({ ...storyQuery(villageCode), enabled: isSeen });
  return (
    <div ref={element}>
      {query.data ? (
        <Told story={query.data} />
      ) : query.isError ? (
        <ErrorState
          title={t.common.cannotLoad}
          body={problemText(query.error, t.problem)}
          retryLabel={t.common.tryAgain}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <LoadingLines count={4} label={t.common.loading} />
      )}
    </div>
  );
}

function Told({ story: { entries, isTruncated } }: { story: Story }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.outlook.story;
  const [isWhole, setIsWhole] = useState(false);
  if (entries.length === 0) return <p className={entryCss.quiet}>{words.empty}</p>;
  const shown = isWhole ? entries : entries.slice(0, firstEntries);
  return (
    <>
      {groupByMonth(shown, language).map(({ month, entries: ofMonth }) => (
        <section key={month} className={css.month}>
          <h4>{month}</h4>
          <ol>
            {ofMonth.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {shown.length < entries.length && (
        <button type="button" className={entryCss.link} onClick={() => setIsWhole(true)}>
          {words.showAll(formatNumber(entries.length, language))}
        </button>
      )}
      {isWhole && isTruncated && (
        <p className={entryCss.quiet}>{words.truncated(formatNumber(entries.length, language))}</p>
      )}
    </>
  );
}

function Entry({ entry }: { entry: StoryEntry }) {
  const t = useText();
  const { language } = useLanguage();
  const { on, what, localityName, byName, officeName } = entry;
  const { icon, tone, title, lines, standing } = storyText(entry, t, language);
  const by = byName === null ? null : [byName, officeName].filter(Boolean).join(', ');
  return (
    <li className={css.entry} data-tone={tone}>
      <span className={css.sign}>
        <Icon name={icon} size={14} />
      </span>
      <div>
        <p className={css.entryTitle}>
          {what.kind === 'commitment' ? (
            <Link to="/komitmen" search={{ buka: what.commitmentId }} className={css.titleLink}>
              {title}
            </Link>
          ) : (
            title
          )}
          {standing && (
            <StandingChip
              standing={standing}
              label={what.kind === 'report' ? t.evidence.list.states[what.state] : ''}
            />
          )}
          {what.kind === 'report' && what.isSample && (
            <StandingChip standing="sample" label={t.evidence.list.sample} />
          )}
        </p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className={entryCss.quiet}>
          <time dateTime={on}>{formatDate(on, language)}</time>
          {localityName !== null && ` · ${localityName}`}
          {by !== null && ` · ${by}`}
        </p>
      </div>
    </li>
  );
}
