import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@weerbaar/core/figures';
import { nl, type Texts } from './nl.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: Texts };
  }
}

const kept = 'language';

export const i18n = createInstance();

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'nl');

/** Dutch, unless the browser asks for English or the person chose it here before. */
export async function prepareTexts(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'nl',
    fallbackLng: 'nl',
    defaultNS: 'app',
    ns: ['app'],
    resources: { nl: { app: nl } },
    // React writes text, never markup.
    interpolation: { escapeValue: false },
  });
  i18n.on('languageChanged', (language) => (document.documentElement.lang = language));
  const wanted = localStorage.getItem(kept) ?? navigator.language;
  await speak(/^en\b/i.test(wanted) ? 'en' : 'nl');
}

export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'app')) {
    const { en } = await import('./en.js');
    i18n.addResourceBundle('en', 'app', en);
  }
  await i18n.changeLanguage(language);
}

/** Adds the Dutch of the pages that come later; English comes as a whole. */
export async function completeTexts(): Promise<void> {
  const { laterNl } = await import('./later.nl.js');
  i18n.addResourceBundle('nl', 'app', laterNl, true, true);
}

/** Only for whoever is signed in: before that nothing is left behind on a device. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(kept, language);
}
