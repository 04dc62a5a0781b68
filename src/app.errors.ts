import { ensembleDataErrors } from './ensembledata/error-shape';
import { envelopeErrors } from './http/envelope';
import { errorReplyOf } from './http/error-reply';

/** The families of routes with an error shape of their own; all other paths answer problem details. */
export const replyWithError = errorReplyOf([envelopeErrors, ensembleDataErrors]);
