// One obstacle: what stands in the way, who could lift it, and every look at it, newest first.
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Obstacle } from '#contract/obstacles';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import { entryCss } from '../../ui/entry.tsx';
import { LookForm } from './look-form.tsx';
import { lookText, obstacleAge } from './obstacle-words.ts';
import css from './obstacles.module.css';

type Props = {
  obstacle: Obstacle;
  today: string;
  /** Null: it is shown where its place is open already. */
  onOpenPlace: (() => void) | null;
  onOpenCommitment: (id: string) => void;
};

export function ObstacleDetail({ obstacle, today, onOpenPlace, onOpenCommitment }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.outlook.obstacles;
  const [isLooking, setIsLooking] = useState(false);
  const { commitmentId, looks, sinceOn, liftedOn, isDue, createdByName, officeName } = obstacle;
  const age = obstacleAge(obstacle, today, t, language);
  return (
    <div className={css.detail}>
      <p className={css.description}>{obstacle.description}</p>
      <dl className={css.facts}>
        <dt>{words.columns.lifter}</dt>
        <dd>{obstacle.lifter}</dd>
        <dt>{words.columns.operator}</dt>
        <dd>{obstacle.operatorName ?? words.everybody}</dd>
        <dt>{words.columns.since}</dt>
        <dd>
          {formatDate(sinceOn, language)} ({age})
        </dd>
        <dt>{liftedOn === null ? words.columns.next : words.states.lifted}</dt>
        <dd data-due={isDue || undefined}>
          {liftedOn === null
            ? lookText(obstacle, today, t, language)
            : formatDate(liftedOn, language)}
        </dd>
      </dl>
      {isLooking ? (
        <LookForm obstacle={obstacle} onDone={() => setIsLooking(false)} />
      ) : (
        <div className={css.actions}>
          {obstacle.mayLook && (
            <Button size="xs" onClick={() => setIsLooking(true)}>
              {words.look.title}
            </Button>
          )}
          {onOpenPlace && (
            <button type="button" className={entryCss.link} onClick={onOpenPlace}>
              {words.openPlace}
            </button>
          )}
          {commitmentId !== null && (
            <button
              type="button"
              className={entryCss.link}
              onClick={() => onOpenCommitment(commitmentId)}
            >
              {words.openCommitment}
            </button>
          )}
        </div>
      )}
      {looks.length === 0 ? (
        <p className={entryCss.quiet}>{words.noLooks}</p>
      ) : (
        <section className={css.looks}>
          <h3>{words.looks}</h3>
          <ol>
            {looks.map((look) => (
              <li key={look.at}>
                <p className={css.lookHead}>
                  <time dateTime={look.at}>{formatDate(look.at, language)}</time>
                  <span>
                    {look.liftedOn !== null
                      ? words.lifted(formatDate(look.liftedOn, language))
                      : look.nextLookOn !== null &&
                        words.nextLook(formatDate(look.nextLookOn, language))}
                  </span>
                </p>
                <p>{look.note}</p>
                <p className={entryCss.quiet}>{look.byName}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className={entryCss.quiet}>
        {words.recordedBy(createdByName, officeName, formatDate(obstacle.createdAt, language))}
      </p>
    </div>
  );
}
