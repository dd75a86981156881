import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { HttpReply } from '@weerbaar/kernel/http';
import { Problem, type ProblemType } from '@weerbaar/kernel/problems';
import { SignInRefused } from './refusal.js';

const toldOf: Partial<Record<ProblemType, string>> = {
  'provider-unreachable': 'unreachable',
  'too-many-requests': 'too-often',
};

/** Somebody comes back from the provider with a browser: they read in a page why they are not in. */
@Catch(SignInRefused, Problem)
export class RefusedSignInFilter implements ExceptionFilter {
  catch(refused: SignInRefused | Problem, host: ArgumentsHost): void {
    const told = refused instanceof SignInRefused ? refused.told : (toldOf[refused.type] ?? 'again');
    void host.switchToHttp().getResponse<HttpReply>().redirect(`/sign-in/refused?why=${told}`, 302);
  }
}
