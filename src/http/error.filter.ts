import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorReply } from './error-reply';

/** Every error of a handler, guard, pipe or interceptor ends here. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly reply: ErrorReply) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.reply(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
