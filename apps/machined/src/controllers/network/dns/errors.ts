import { RoomError } from '@ichor/std';

/** malformed: not a message of DNS; foreign: not the answer to what was asked; unanswered: no name server has said anything. */
export type DnsErrorCode = 'malformed' | 'foreign' | 'unanswered';

/** Why there is no answer to a question. */
export class DnsError extends RoomError<DnsErrorCode> {}
