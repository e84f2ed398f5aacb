import { RoomError } from '@ichor/std';

/** What the discovery service refuses: more than it keeps for one cluster. */
export class DiscoveryError extends RoomError<'limit'> {}
