// People and households of a village in one line under its name; nothing while nobody knows.
import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../../api/people.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import css from './people.module.css';
import { peopleLine } from './people-values.ts';

export function PeopleLine({ villageCode }: { villageCode: string }) {
  const t = useText();
  const { language } = useLanguage();
  const { data } = useQuery(peopleQuery(villageCode));
  const line = data ? peopleLine(data.newest, t.places.people, language) : '';
  return line === '' ? null : <p className={css.line}>{line}</p>;
}
