/** Whether this controller of upstream's writes resources of this type too, though the recorded node had no cause for it. */
export function isOtherOwner(type: string, owner: string): boolean {
	return others[type]?.includes(owner) ?? false;
}

/** Outputs of upstream's controllers that depend on what a machine's cluster is like. */
const others: Readonly<Record<string, readonly string[]>> = {
	// of other members: recorded without a discovery service, which is how a node hears of them
	'Affiliates.cluster.talos.dev': ['cluster.AffiliateMergeController'],
};
