import { messageOf } from '@ichor/std';

/** Of two failures to get a call through, the one to report: what a member says tells more than that another is not there. */
export function tellingFailure(earlier: unknown, later: unknown): unknown {
	return isAnswer(earlier) && !isAnswer(later) ? earlier : later;
}

/** etcd begins what it says with its name (api/v3rpc/rpctypes). */
function isAnswer(failure: unknown): boolean {
	return messageOf(failure).includes('etcdserver: ');
}
