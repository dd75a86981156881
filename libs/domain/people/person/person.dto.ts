import { Day, Identifier, Line, List, MailAddress, PageQuery, WholeNumber } from '@weerbaar/kernel/http';

export class PersonQuery extends PageQuery {
  @Line({ max: 200, omittable: true, empty: true, description: 'Beginnings of words of the name' })
  q?: string;

  @Identifier({ omittable: true, description: 'Who works in this department, or in one below it' })
  departmentId?: string;

  @Day({ omittable: true, description: 'Who works here on this day' })
  on?: string;
}

export class TeamQuery extends PageQuery {
  @Day({ omittable: true, description: 'As it is on this day; today when left out' })
  on?: string;
}

export class NewPersonInput {
  @Line({ max: 200 })
  name: string;

  @Line({ max: 200, optional: true })
  jobTitle?: string | null;

  @MailAddress({ optional: true })
  email?: string | null;
}

/** A department in which somebody works. */
export class WorkPlaceView {
  @Identifier()
  departmentId: string;

  @Line({ max: 200 })
  name: string;
}

/** A colleague as every colleague may see them: who and what, not how to be reached at home. */
export class PersonView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Line({ max: 200 })
  name: string;

  @Line({ max: 200, optional: true })
  jobTitle: string | null;

  @List(() => WorkPlaceView, { max: 100, description: 'Where they work' })
  departments: WorkPlaceView[];
}
