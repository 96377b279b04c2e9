// Language and light or dark: two small groups of buttons.
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useLanguage, useText, type Language } from '../i18n/text.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { IconName } from '../ui/icons.tsx';
import css from './appearance.module.css';

const themes: { name: MantineColorScheme; icon: IconName }[] = [
  { name: 'light', icon: 'sun' },
  { name: 'dark', icon: 'moon' },
  { name: 'auto', icon: 'device' },
];

const languages: Language[] = ['id', 'en'];

export function Appearance() {
  const t = useText();
  const { language, setLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={css.appearance}>
      <div role="group" aria-label={t.shell.language} className={css.group}>
        {languages.map((name) => (
          <button
            key={name}
            type="button"
            className={css.language}
            aria-pressed={name === language}
            aria-label={name === 'id' ? t.shell.indonesian : t.shell.english}
            title={name === 'id' ? t.shell.indonesian : t.shell.english}
            onClick={() => setLanguage(name)}
          >
            {name.toUpperCase()}
          </button>
        ))}
      </div>
      <div role="group" aria-label={t.shell.theme} className={css.group}>
        {themes.map(({ name, icon }) => (
          <IconButton
            key={name}
            icon={icon}
            iconSize={18}
            label={t.shell[name]}
            aria-pressed={name === colorScheme}
            onClick={() => setColorScheme(name)}
          />
        ))}
      </div>
    </div>
  );
}
