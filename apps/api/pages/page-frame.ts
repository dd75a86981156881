import { Inject, Injectable } from '@nestjs/common';
import type { Language, Localised } from '@weerbaar/core/figures';
import { escapeHtml } from '@weerbaar/core/richtext';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { HouseStyleService } from '@weerbaar/kernel/house-style';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';

const words = {
  skip: { nl: 'Naar de inhoud', en: 'Skip to the content' },
  purpose: { nl: 'Integriteit', en: 'Integrity' },
  // The server does not know here who is signed in: it fits whoever reads.
  toApp: { nl: 'Naar Weerbaar', en: 'To Weerbaar' },
  about: { nl: 'Over deze website', en: 'About this website' },
  published: { nl: 'Gepubliceerde stukken', en: 'Published documents' },
  accessibility: { nl: 'Toegankelijkheid', en: 'Accessibility' },
  engineers: { nl: 'Voor ontwikkelaars', en: 'For developers' },
  description: { nl: 'Beschrijving van de API', en: 'Description of the API' },
  mailbox: { nl: 'De mail die deze demo verstuurt', en: 'The mail that this demo sends' },
} as const satisfies Record<string, Localised>;

const shield = `<svg class="mark" viewBox="0 0 36 42" width="36" height="42" aria-hidden="true" focusable="false"><path class="mark-ground" d="M1 1h34v22c0 9-7 15-17 18C8 38 1 32 1 23Z"/><path class="mark-sign" d="m9 20 6.5 6.5L27 14"/></svg>`;

export interface FramedPage {
  readonly title: Localised;
  /** HTML. */
  readonly main: string;
}

/** What stands around a page without a script: who, and the way on. It looks as the app for staff does. */
@Injectable()
export class PageFrame {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly styles: HouseStyleService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async around({ title, main }: FramedPage, language: Language): Promise<string> {
    const organisation = escapeHtml((await this.organisations.own()).name);
    const say = (text: Localised): string => escapeHtml(text[language]);
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(title)} – ${organisation}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/v1/house-style/style-sheet">
<link rel="stylesheet" href="/published/style.css">
</head>
<body>
<a class="skip" href="#main">${say(words.skip)}</a>
<header class="top"><div class="frame row">
<a class="organisation" href="/published">${await this.mark()}<span><span class="organisation-name">${organisation}</span><span class="organisation-purpose">Weerbaar · ${say(words.purpose)}</span></span></a>
<a href="/">${say(words.toApp)}</a>
</div></header>
<main id="main" class="frame">
${main}
</main>
<footer class="bottom"><div class="frame row">
<span>${organisation}</span>
<nav aria-label="${say(words.about)}"><ul>
<li><a href="/published">${say(words.published)}</a></li>
<li><a href="/accessibility">${say(words.accessibility)}</a></li>
<li><a href="/reference">${say(words.engineers)}</a></li>
<li><a href="/api/v1/openapi.json">${say(words.description)}</a></li>
${this.mailbox(say)}</ul></nav>
</div></footer>
</body>
</html>
`;
  }

  /** The logo of the organisation; for one that has not given any, a shield. */
  private async mark(): Promise<string> {
    const { logoFileId, version } = await this.styles.current();
    if (!logoFileId) return shield;
    return `<img class="mark" src="/api/v1/house-style/logo?version=${version}" alt="">`;
  }

  private mailbox(say: (text: Localised) => string): string {
    if (this.settings.WEERBAAR_DEMO_MAILBOX !== 'on') return '';
    return `<li><a href="/demo/mail">${say(words.mailbox)}</a></li>\n`;
  }
}
