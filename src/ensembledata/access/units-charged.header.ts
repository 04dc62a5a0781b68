import { header } from '../../http/documented-headers';

/** On every answer below `/apis`. */
export const unitsCharged = header(
  'units_charged',
  'Units that the call cost; of an answer that is sent while it is read, what it had cost when it began.',
  'integer',
);
