import { Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { defineJob, type JobDefinition, type NoPayload } from './job-definition.js';
import { Handles, JobHandler } from './job-handler.js';
import { JOB_DEFINITIONS, JobRegistry } from './job-registry.js';

const render = defineJob<NoPayload>({ name: 'annual-cycle.render', queue: 'heavy' });
const remind = defineJob<NoPayload>({ name: 'catalogue.remind', queue: 'mail' });

abstract class IdleHandler extends JobHandler<NoPayload> {
  perform(): Promise<void> {
    return Promise.resolve();
  }
}

@Handles(render)
class RenderHandler extends IdleHandler {}

@Handles(render)
class OtherRenderHandler extends IdleHandler {}

@Handles(remind)
class RemindHandler extends IdleHandler {}

async function registryOf(
  definitions: readonly JobDefinition[],
  handlers: readonly Type[],
): Promise<JobRegistry> {
  @Module({ providers: [...handlers] })
  class SomePartModule {}

  const module = await Test.createTestingModule({
    imports: [DiscoveryModule, SomePartModule],
    providers: [JobRegistry, { provide: JOB_DEFINITIONS, useValue: definitions }],
  }).compile();
  await module.init();
  return module.get(JobRegistry);
}

describe('the registry of jobs', () => {
  it('finds the handler of each job in whatever module it is', async () => {
    const registry = await registryOf([render, remind], [RenderHandler, RemindHandler]);

    expect(registry.find('annual-cycle.render')?.handler).toBeInstanceOf(RenderHandler);
    expect(registry.find('catalogue.remind')).toMatchObject({ definition: remind });
    expect(registry.find('catalogue.unknown')).toBeUndefined();
  });

  it('names every job that does not have exactly one handler', async () => {
    const started = registryOf([render, remind], [RenderHandler, OtherRenderHandler]);

    await expect(started).rejects.toThrow(
      'annual-cycle.render: has more than one handler (RenderHandler, OtherRenderHandler)\n' +
        '  - catalogue.remind: has no handler',
    );
  });

  it('names a handler whose job was not given, which would never run', async () => {
    const started = registryOf([render], [RenderHandler, RemindHandler]);

    await expect(started).rejects.toThrow(
      'catalogue.remind: has a handler (RemindHandler) and is not among the definitions',
    );
  });

  it('names a job that is given twice', async () => {
    await expect(registryOf([render, render], [RenderHandler])).rejects.toThrow(
      'annual-cycle.render: defined twice',
    );
  });
});
