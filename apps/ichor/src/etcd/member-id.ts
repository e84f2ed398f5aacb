/** How etcd and Talos print the id of a member: sixteen hexadecimal digits. */
export function memberIdText(id: bigint): string {
	return id.toString(16).padStart(16, '0');
}

/** @throws Error in the words of Go's strconv.ParseUint with base 16 */
export function parseMemberId(text: string): bigint {
	const refuse = (reason: string): never => {
		throw new Error(`error parsing member ID: error parsing etcd member id: strconv.ParseUint: parsing ${JSON.stringify(text)}: ${reason}`);
	};
	if (!/^[\da-f]+$/i.test(text)) return refuse('invalid syntax');
	const id = BigInt(`0x${text}`);
	return id === BigInt.asUintN(64, id) ? id : refuse('value out of range');
}
