import { Injectable } from '@nestjs/common';
import { DerivedStateService } from '@weerbaar/catalogue';
import { FixedClock } from '@weerbaar/kernel/clock';
import { systemActor } from '@weerbaar/kernel/context';
import { hashPassword } from '@weerbaar/kernel/identity';
import { OrganisationProfileService } from '@weerbaar/kernel/organisation-profile';
import { OrganisationCreation, OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { accountHolders } from './account-holders.js';
import { demoContent } from './content/demo-content.js';
import type { DemoAccount } from './demo-start.js';
import { AnnualDocumentsStory } from './story/annual-documents.story.js';
import { CatalogueStory } from './story/catalogue.story.js';
import { DemoCalendar } from './story/demo-calendar.js';
import { PeopleStory, type SignIn } from './story/people.story.js';
import { RightsReviewStory } from './story/rights-review.story.js';
import { Story } from './story/story.js';
import { StructureStory } from './story/structure.story.js';
import { YearlyCycleStory } from './story/yearly-cycle.story.js';

const hosts = ['localhost', '127.0.0.1', 'voorbeeld.localhost'];

/** Makes the demo organisation through the services of the parts, so that their rules and the audit log hold. */
@Injectable()
export class DemoOrganisation {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly creation: OrganisationCreation,
    private readonly profile: OrganisationProfileService,
    private readonly people: PeopleStory,
    private readonly structure: StructureStory,
    private readonly rights: RightsReviewStory,
    private readonly catalogue: CatalogueStory,
    private readonly cycles: YearlyCycleStory,
    private readonly documents: AnnualDocumentsStory,
    private readonly states: DerivedStateService,
    private readonly clock: FixedClock,
  ) {}

  /**
   * One transaction for the organisation and its whole history: broken off, there is nothing, and the next
   * start begins anew.
   * @returns whether it was made now.
   */
  async makeOnce(accounts: readonly DemoAccount[], now: Date): Promise<boolean> {
    const { name, slug } = demoContent.organisation;
    if (await this.organisations.bySlug(slug)) return false;
    const signIns = await signInsOf(accounts);
    const story = new Story(DemoCalendar.on(now));
    this.people.tell(story, signIns);
    this.structure.tell(story);
    this.rights.tell(story);
    this.catalogue.tell(story);
    this.cycles.tell(story);
    this.documents.tell(story);
    this.clock.moveTo(story.beginning);
    await this.creation.create(
      systemActor,
      { name, slug, hosts: hosts.map((host) => ({ host, purpose: 'staff' })) },
      async () => {
        const { version } = await this.profile.current();
        await this.profile.change(systemActor, version, demoContent.contact);
        await story.play(this.clock, now);
        await this.rights.beginQuarterly(story);
        await this.states.refreshAll(systemActor);
      },
    );
    return true;
  }
}

/** Hashed before the transaction and next to each other: it takes long on purpose. */
function signInsOf(accounts: readonly DemoAccount[]): Promise<readonly SignIn[]> {
  return Promise.all(
    accounts.flatMap(({ username, password, authenticatorSecret }) => {
      const person = accountHolders[username];
      if (!person) return [];
      const signIn = { person, signInName: username, ...(authenticatorSecret && { authenticatorSecret }) };
      return [hashPassword(password).then((passwordHash) => ({ ...signIn, passwordHash }))];
    }),
  );
}
