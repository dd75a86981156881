export interface KnownDepartment {
  readonly id: string;
  readonly name: string;
}

/** What somebody is designated for, by the functions they have. */
export interface KnownDesignations {
  readonly publishesSideActivities: boolean;
  readonly reportsFinancialInterests: boolean;
  readonly isVulnerable: boolean;
}

/** What neighbours may know of who works where and under whom on a day (`yyyy-mm-dd`). Inside a transaction only. */
export abstract class EmploymentDirectory {
  /** The manager in the main employment of that day; null: nobody, or they do not work here then. */
  abstract managerOf(personId: string, day: string): Promise<string | null>;

  /** The same for many at once: by person, those without a manager left out. */
  abstract managersOf(personIds: readonly string[], day: string): Promise<ReadonlyMap<string, string>>;

  /** Whether one is the manager of the other, in any employment of that day. */
  abstract isManagerOf(managerId: string, personId: string, day: string): Promise<boolean>;

  /** Whom somebody manages on that day, in any employment. */
  abstract teamOf(managerId: string, day: string): Promise<ReadonlySet<string>>;

  /** Where somebody works in their main employment; null: they do not work here on that day. */
  abstract departmentOf(personId: string, day: string): Promise<KnownDepartment | null>;

  /** What all functions of somebody ask of them on that day, taken together. */
  abstract designatedOn(personId: string, day: string): Promise<KnownDesignations>;
}
