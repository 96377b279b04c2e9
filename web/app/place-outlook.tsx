// What a village's panel tells of promises: who owes what, what cannot be done yet, and its whole story.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { ObstaclesSection } from '../features/outlook/obstacles-section.tsx';
import { PromisesSection } from '../features/outlook/promises-section.tsx';
import { obstacleWriterOf } from '../features/outlook/scope.ts';
import { StorySection } from '../features/outlook/story-section.tsx';
import { useText } from '../i18n/text.tsx';
import { isVerifier } from './roles.ts';
import css from './side-panels.module.css';

export function PlacePromises({ villageCode }: { villageCode: string }) {
  const t = useText();
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const account = session?.account;
  return (
    <>
      <section className={css.section}>
        <h3>{t.outlook.place.promises}</h3>
        <PromisesSection
          villageCode={villageCode}
          mayPromise={isVerifier(account) || account?.role === 'liaison'}
        />
      </section>
      <section className={css.section}>
        <h3>{t.outlook.place.obstacles}</h3>
        <ObstaclesSection
          villageCode={villageCode}
          writer={obstacleWriterOf(account)}
          onOpenCommitment={(buka) => void navigate({ to: '/komitmen', search: { buka } })}
        />
      </section>
    </>
  );
}

export function PlaceStory({ villageCode }: { villageCode: string }) {
  const t = useText();
  return (
    <section className={css.section}>
      <h3>{t.outlook.story.title}</h3>
      <StorySection villageCode={villageCode} />
    </section>
  );
}
