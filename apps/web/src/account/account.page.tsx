import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Page, Section } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { rememberLanguage, speak } from '../texts/index.js';
import { Label, Paragraph, Select } from '../ui.js';
import { SecondFactor } from './second-factor.section.js';
import { Sessions } from './sessions.section.js';

/** What is one's own to see and to change: language, mail, how one signs in and where, and what is recorded of one. */
export function AccountPage() {
  const { t } = useTranslation();
  const session = useQuery(queries.session).data;
  return (
    <Page title={t('pages.account')} trail={[{ label: t('pages.start'), to: '/' }]}>
      <LanguageChoice />
      <Mail />
      {session?.hasPassword && <Password />}
      <SecondFactor />
      <Sessions />
      <PersonalData />
    </Page>
  );
}

function LanguageChoice() {
  const { t } = useTranslation();
  const { language } = useDates();
  const choose = (value: string): void => {
    const chosen = value === 'en' ? 'en' : 'nl';
    rememberLanguage(chosen);
    void speak(chosen);
  };
  return (
    <Section id="language" title={t('account.language')}>
      <div className="stack">
        <Paragraph className="measure">{t('account.languageText')}</Paragraph>
        <div className="filter narrow">
          <Label htmlFor="language-choice">{t('account.language')}</Label>
          <Select id="language-choice" value={language} onChange={(event) => choose(event.target.value)}>
            <option value="nl" lang="nl">
              {t('account.languages.nl')}
            </option>
            <option value="en" lang="en">
              {t('account.languages.en')}
            </option>
          </Select>
        </div>
      </div>
    </Section>
  );
}

function Mail() {
  const { t } = useTranslation();
  const preference = useQuery(queries.mailPreference);
  return (
    <Section id="mail" title={t('account.mail')}>
      <Loaded query={preference} rows={1}>
        {({ timing, language }) => (
          <div className="stack">
            <Paragraph className="measure">
              {t(`account.mailNow.${timing}`)} {t(`account.mailIn.${language ?? 'none'}`)}
            </Paragraph>
            <div>
              <Link to="/account/mail" className="ams-button ams-button--secondary">
                {t('account.changeMail')}
              </Link>
            </div>
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Password() {
  const { t } = useTranslation();
  return (
    <Section id="password" title={t('account.password')}>
      <div className="stack">
        <Paragraph className="measure">{t('account.passwordText')}</Paragraph>
        <div>
          <Link to="/account/password" className="ams-button ams-button--secondary">
            {t('account.changePassword')}
          </Link>
        </div>
      </div>
    </Section>
  );
}

/** The right of access (AVG article 15). */
function PersonalData() {
  const { t } = useTranslation();
  const { language } = useDates();
  const address = (format: 'html' | 'json'): string =>
    `/api/v1/personal-data/_export?format=${format}&language=${language}`;
  return (
    <Section id="personal-data" title={t('account.data')}>
      <div className="stack">
        <Paragraph className="measure">{t('account.dataText')}</Paragraph>
        <div className="tools">
          <a href={address('html')} download className="ams-button ams-button--secondary">
            {t('account.download')}
          </a>
          <a href={address('json')} download>
            {t('account.downloadForPrograms')}
          </a>
        </div>
      </div>
    </Section>
  );
}
