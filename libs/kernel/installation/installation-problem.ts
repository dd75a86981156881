/** Something the person who starts Weerbaar can put right; said without a stack trace. */
export class InstallationProblem extends Error {
  constructor(dutch: string, english: string, cause?: unknown) {
    super(`${dutch} / ${english}`, { cause });
    this.name = 'InstallationProblem';
  }
}
