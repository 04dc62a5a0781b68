import type { ExecutionContext, PipeTransform } from '@nestjs/common';
import { createParamDecorator, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AnswerMeta } from '../cache/answer';
import { MediaLinks } from '../http/media-links';
import type { OwnLink } from './presenters/links';

/** Writes the links of one answer; all of them end together. */
export type LinksOf = (meta: AnswerMeta) => OwnLink;

/** The links for the caller of a request: ours, or none where the configuration prefers TikTok's. */
@Injectable()
export class FileLinksPipe implements PipeTransform<FastifyRequest, LinksOf> {
  constructor(private readonly links: MediaLinks) {}

  transform({ publicOrigin }: FastifyRequest): LinksOf {
    return (meta) => {
      const write = this.links.writer({ publicOrigin }, meta);
      return (post, choice) => {
        const link = write(post, { kind: 'video', ...choice });
        return link?.startsWith(`${publicOrigin}/`) ? link : undefined;
      };
    };
  }
}

const RequestOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

/** What writes the links to the files of posts. */
export const FileLinks = (): ParameterDecorator => RequestOf(FileLinksPipe);
