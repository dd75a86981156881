export type JobState = 'queued' | 'running' | 'done' | 'failed';

/** What is known about a job, for people and programs to look at. The queue itself is never asked. */
export interface JobRun {
  readonly id: string;
  readonly job: string;
  /** What the run is about, by which asking twice gives the same run. */
  readonly subject: string;
  readonly state: JobState;
  /** The step that is being done; null before, between attempts and after. */
  readonly step: string | null;
  /** In percent. */
  readonly progress: number;
  /** A problem type, when the run has failed. */
  readonly errorCode: string | null;
  /** How often the work was begun. */
  readonly attempt: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Last sign of life of the worker that does it. */
  readonly heartbeatAt: Date | null;
}
