// The language of the screen: Indonesian first, English on request, kept on the device.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { id, type Messages } from './id.ts';

export type Language = 'id' | 'en';

const storageKey = 'jangkau.language';

type TextContext = { text: Messages; language: Language; setLanguage: (to: Language) => void };

const Context = createContext<TextContext | null>(null);

function storedLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'id';
}

export function TextProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  const [text, setText] = useState<Messages>(id);

  useEffect(() => {
    localStorage.setItem(storageKey, language);
    document.documentElement.lang = language;
    if (language === 'id') return setText(id);
    let isCurrent = true;
    void import('./en.ts').then(({ en }) => isCurrent && setText(en));
    return () => {
      isCurrent = false;
    };
  }, [language]);

  const value = useMemo(() => ({ text, language, setLanguage }), [text, language]);
  return <Context value={value}>{children}</Context>;
}

function useTextContext(): TextContext {
  const context = useContext(Context);
  if (!context) throw new Error('TextProvider is missing');
  return context;
}

/** All visible text of the current language: `const t = useText(); t.map.legend`. */
export function useText(): Messages {
  return useTextContext().text;
}

export function useLanguage(): Pick<TextContext, 'language' | 'setLanguage'> {
  return useTextContext();
}
