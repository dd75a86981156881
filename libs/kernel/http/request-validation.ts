import { ValidationPipe } from '@nestjs/common';
import { Problem } from '@weerbaar/kernel/problems';
import { faultsOf } from './faults.js';

/** Makes a request what its class says it is; a field that the class does not have is refused. */
export const requestValidation = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  exceptionFactory: (errors) => Problem.invalid(...faultsOf(errors)),
});
